import { collectCover } from '@maplebridge/engine/reach/coverage';
import { CoverIndex } from '@maplebridge/engine/reach/cover-index';
import { collectDemand } from '@maplebridge/engine/reach/demand';
import { createSearch } from '@maplebridge/engine/reach/create-search';
import { coveringInstance } from '@maplebridge/engine/siting/covering-instance';
import { proposeSites } from '@maplebridge/engine/siting/propose-sites';
import { proveSiting } from '@maplebridge/server/siting/prove-siting';
import { measure } from '../cpu.mjs';
import { drawPlaces, figure, makeRandom } from './streets.mjs';

const candidateCount = 500;
const pointCount = 20_000;
const siteCount = 20;
const cpuLimitSeconds = 5;
const proofSeconds = 300;

/** The best 20 of 500 sites for 20,000 demand points, 180 s by car: what five seconds find, against what HiGHS proves. */
export async function measureSiting(network) {
  const instance = drawInstance(network, 180);
  const goal = { sites: siteCount };
  const started = process.cpuUsage();
  const cpuSoFar = () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  };
  const history = [];
  const plan = proposeSites(instance, goal, {
    isOver: () => cpuSoFar() >= cpuLimitSeconds,
    onBetter: ({ value }) => history.push({ value, seconds: cpuSoFar() }),
  });
  const spent = cpuSoFar();
  const { result: proof, cpuSeconds } = await measure(() =>
    proveSiting({ instance, goal, plan, bound: plan.bound, timeLimitSeconds: proofSeconds }),
  );
  const gap = (proof.bound / plan.value - 1) * 100;
  const early = history.find(({ value }) => value >= proof.bound / 1.005);
  console.error(
    `Siting: ${instance.demandCount} groups of demand, ${instance.siteOf.length} covers; ${plan.value} found, ` +
      `${plan.bound.value.toFixed(0)} bounded at once, ${proof.bound.toFixed(0)} ${proof.end === 'PROVEN' ? 'proven' : 'bounded'} by HiGHS`,
  );
  return [
    figure(
      `siting ${siteCount} of ${candidateCount}: gap to the ${proof.end === 'PROVEN' ? 'proven optimum' : 'bound'}`,
      gap,
      '%',
      0.5,
    ),
    figure('siting: CPU time of the answer', spent, 's CPU', cpuLimitSeconds * 1.05),
    ...(early ? [figure('siting: CPU time until within 0.5 %', early.seconds, 's CPU')] : []),
    figure('siting: gap of the quick bound', (plan.bound.value / plan.value - 1) * 100, '%'),
    figure(`siting: ${proof.end === 'PROVEN' ? 'proof' : 'bound'} by HiGHS`, cpuSeconds, 's CPU'),
  ];
}

function drawInstance(network, seconds) {
  const random = makeRandom(31);
  const { segmentCount, lengths } = network.graph;
  const points = drawPlaces(network, pointCount, 32);
  const weights = points.map(() => 1 + Math.floor(30 * random() ** 2));
  const onSegment = new Map();
  points.forEach(({ segment }, point) => onSegment.set(segment, [...(onSegment.get(segment) ?? []), point]));
  const nothing = collectDemand({ segmentCount, gridCount: 0, kindCount: 1 }, [], []);
  const search = createSearch(network);
  const lists = drawPlaces(network, candidateCount, 33).map((site) => {
    search.run([site], seconds);
    const cover = collectCover(search);
    const alone = new CoverIndex(lengths, nothing);
    alone.add(0, cover);
    return [...cover.segments].flatMap((segment) =>
      (onSegment.get(segment) ?? []).filter(
        (point) => alone.tallyOf(segment).countAt(points[point].share) > 0,
      ),
    );
  });
  const first = new Uint32Array(lists.length + 1);
  lists.forEach((list, site) => (first[site + 1] = first[site] + list.length));
  return coveringInstance({ first, covered: Uint32Array.from(lists.flat()), weights });
}
