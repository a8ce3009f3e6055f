import { prepare } from '../../server/setup/prepare.mjs';
import { measure } from './cpu.mjs';

export const description = 'what `npm start` spends on finding out that nothing has to be built';

const runs = 10;

/** @returns {Promise<import('./report.mjs').Figure[]>} */
export default async function run() {
  await prepare();
  const { seconds, cpuSeconds } = await measure(async () => {
    for (let i = 0; i < runs; i++) await prepare();
  });
  return [
    {
      figure: 'prepare, nothing to do',
      value: (1_000 * seconds) / runs,
      unit: 'ms',
      better: 'lower',
      limit: 150,
    },
    {
      figure: 'prepare, nothing to do, CPU',
      value: (1_000 * cpuSeconds) / runs,
      unit: 'ms',
      better: 'lower',
    },
  ];
}
