import type { DemoCounty, DemoStaff } from '../county.types.js';
import { createRandom } from '../random.js';

/**
 * Who serves each grid, as counts: about 20 officers of three stations, one to a police grid; an officer and two
 * auxiliaries to a community, an auxiliary to a village; leads and workers to social grids. Here and there a place is
 * vacant, so that the map has norms to show that are missed.
 */
export function makeStaff(county: DemoCounty, seed: number): DemoStaff[] {
  const random = createRandom(seed).fork('staff');
  const staff: DemoStaff[] = [];
  const add = (
    grid: { code: string; partition: DemoStaff['partition'] },
    role: DemoStaff['role'],
    count: number,
  ) => staff.push({ gridCode: grid.code, partition: grid.partition, role, count });
  const police = county.grids.filter(({ partition }) => partition === 'POLICE');
  const [vacant, doubled] = random.shuffle(police);
  for (const grid of police) {
    add(grid, 'OFFICER', grid === vacant ? 0 : grid === doubled ? 2 : 1);
    add(grid, 'AUXILIARY', random.integer(1, 2));
  }
  const communities = county.divisions.filter(({ level }) => level === 'COMMUNITY');
  const short = new Set(random.shuffle(communities).slice(0, 2));
  for (const community of communities) {
    const grids = county.grids.filter(
      ({ parentCode, partition }) => partition === 'SOCIAL' && parentCode === community.code,
    );
    const isVillage = community.name.endsWith('村');
    // The office's people are counted where the community begins.
    if (!isVillage) add(grids[0]!, 'OFFICER', 1);
    add(grids[0]!, 'AUXILIARY', (isVillage ? 1 : 2) - (short.has(community) ? 1 : 0));
    for (const grid of grids) {
      add(grid, 'GRID_LEAD', random.chance(0.03) ? 0 : 1);
      add(grid, 'GRID_WORKER', random.chance(0.05) ? 0 : grid.households > 430 ? 2 : 1);
    }
  }
  return staff;
}
