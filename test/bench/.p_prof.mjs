import { existsSync, cpSync, rmSync } from 'node:fs';
import { openDatabase, migrate } from '@maplebridge/server/database/index';
import { makeDemo, seedDemo } from '@maplebridge/server/demo/seed-demo';
import { startServer } from '@maplebridge/server/server';
import { PlanDesk } from '@maplebridge/server/boundary-plans/worker/plan-desk';
import { nodesTouchingAll, withJaggedGrids } from './topology/jagged-county.mjs';
const demo = withJaggedGrids(makeDemo());
const keep='/tmp/p_jag';
if (!existsSync(keep)) { const d = await openDatabase({dataDir:keep}); await migrate(d); await seedDemo(d, demo); await d.close(); }
rmSync('/tmp/p_jag2',{recursive:true,force:true}); cpSync(keep,'/tmp/p_jag2',{recursive:true});
let open=[];
const database = await openDatabase({dataDir:'/tmp/p_jag2'});
// time statements
const wrap=(fn)=>async(v,work)=>fn.call(database,v,(s)=>work({raw:s.raw, query:(q,p)=>t(q,()=>s.query(q,p)), execute:(q,p)=>t(q,()=>s.execute(q,p))}));
const cost=new Map();
async function t(q,f){const a=performance.now();try{return await f()}finally{const k=q.replace(/\s+/g,' ').slice(0,110);const c=cost.get(k)??[0,0];c[0]+=performance.now()-a;c[1]++;cost.set(k,c)}}
database.read=wrap(database.read); database.write=wrap(database.write);
const send=PlanDesk.prototype.send; PlanDesk.prototype.send=function(n,r){return t('WORKER '+n,()=>send.call(this,n,r))};
const report=(l)=>{console.log('==',l);for(const [k,[ms,n]] of [...cost].sort((a,b)=>b[1][0]-a[1][0]).slice(0,14)) console.log(ms.toFixed(0).padStart(7),n,k);cost.clear()};
const s=await startServer({database,port:0});
const q=async(query,variables)=>{const r=await(await fetch(s.url+'/graphql',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({query,variables})})).json();if(r.errors)throw new Error(JSON.stringify(r.errors));return r.data};
await q('{county{name}}'); await new Promise(r=>setTimeout(r,3000)); cost.clear();
const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1e6};
const timed=async(l,f)=>{const c=cpu(),a=performance.now();const r=await f();console.log(l,'cpu',(cpu()-c).toFixed(2),'wall',((performance.now()-a)/1000).toFixed(2));report(l);return r};
const nodes=nodesTouchingAll(demo.county.bounds);
const p=(await timed('create',()=>q('mutation($i:CreateBoundaryPlanInput!){createBoundaryPlan(input:$i){id version}}',{i:{name:'b',partition:'SOCIAL'}}))).createBoundaryPlan;
let v=(await timed('edit',()=>q('mutation($i:EditBoundaryPlanInput!){editBoundaryPlan(input:$i){plan{version}}}',{i:{planId:p.id,version:1,clientKey:'b',bodies:[{label:'b',changes:nodes.map(([x,y])=>({kind:'move',from:[x,y],to:[x+120,y-90]}))}]}}))).editBoundaryPlan.plan.version;
await timed('count',()=>q('query($p:ID!){boundaryPlan(id:$p){changedGridCount}}',{p:p.id}));
for (const st of [{to:'SUBMITTED'},{to:'PUBLICISED',publicisedFrom:'2026-01-01T00:00:00Z',publicisedTo:'2026-01-08T00:00:00Z'},{to:'APPROVED',documentNumber:'B'}])
  v=(await timed(st.to,()=>q('mutation($i:ChangePlanStateInput!){changePlanState(input:$i){version}}',{i:{planId:p.id,version:v,...st}}))).changePlanState.version;
await timed('PUBLISH',()=>q('mutation($i:ChangePlanStateInput!){changePlanState(input:$i){version}}',{i:{planId:p.id,version:v,to:'PUBLISHED'}}));
await s.close(); await database.close(); process.exit();
