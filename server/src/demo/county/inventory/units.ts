import type { DemoPost, DemoUnit } from '../county.types.js';

const UNITS: [callSign: string, kind: DemoUnit['kind'], home: string][] = [
  ['枫城01', 'CAR', '枫城派出所'],
  ['枫城02', 'CAR', '枫城派出所'],
  ['枫城03', 'CAR', '车站联勤警务站'],
  ['枫城铁骑11', 'MOTORBIKE', '万枫广场联勤警务站'],
  ['枫城铁骑12', 'MOTORBIKE', '交警一中队'],
  ['枫城步巡21', 'FOOT', '万枫广场联勤警务站'],
  ['枫城骑巡31', 'BICYCLE', '滨溪社区警务室'],
  ['白石01', 'CAR', '白石派出所'],
  ['白石02', 'CAR', '白石工业园联勤警务站'],
  ['白石铁骑11', 'MOTORBIKE', '交警二中队'],
  ['云岭01', 'CAR', '云岭派出所'],
  ['特警01', 'CAR', '枫溪县公安局'],
];

/** The twelve patrol units, each starting at its home post. */
export function makeUnits(posts: readonly DemoPost[]): DemoUnit[] {
  return UNITS.map(([callSign, kind, home]) => {
    const post = posts.find((candidate) => candidate.name === home);
    if (!post) throw new Error(`Unit ${callSign} has no home post`);
    return { callSign, kind, homePostCode: post.code, start: post.point };
  });
}
