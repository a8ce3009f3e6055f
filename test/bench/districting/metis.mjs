import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readCpuSeconds } from '../cpu.mjs';

/**
 * Has METIS (Debian package `metis`) part a graph, as compactly as it can: least metres of border, districts in one piece,
 * loads within 1.5 % of the mean.
 *
 * @returns {Promise<{ districtOf: number[], cpuSeconds: number } | null>} null when METIS cannot be had
 */
export async function drawWithMetis(graph, districts) {
  if (!haveMetis()) return null;
  const folder = mkdtempSync(join(tmpdir(), 'metis-'));
  try {
    const file = join(folder, 'city.graph');
    writeFileSync(file, asMetisFile(graph));
    const before = readCpuSeconds(process.pid).ended;
    await promisify(execFile)('gpmetis', ['-contig', '-ufactor=15', '-ncuts=10', file, String(districts)]);
    const cpuSeconds = readCpuSeconds(process.pid).ended - before;
    const districtOf = readFileSync(`${file}.part.${districts}`, 'utf8').trim().split('\n').map(Number);
    return { districtOf, cpuSeconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function haveMetis() {
  const isThere = () => {
    try {
      execFileSync('which', ['gpmetis'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  if (isThere()) return true;
  console.error('METIS is not there; installing the Debian package `metis`.');
  try {
    execFileSync('apt-get', ['install', '-y', 'metis'], { stdio: 'ignore' });
  } catch (error) {
    console.error(`METIS cannot be had: ${error.message}`);
  }
  return isThere();
}

/** Nodes from 1; each line a node's weight and then its neighbours, each with the border in centimetres. */
function asMetisFile({ nodeCount, first, neighbours, costs, weights }) {
  const lines = [`${nodeCount} ${neighbours.length / 2} 011`];
  for (let v = 0; v < nodeCount; v++) {
    const line = [weights[v]];
    for (let i = first[v]; i < first[v + 1]; i++) line.push(neighbours[i] + 1, Math.round(costs[i] * 100));
    lines.push(line.join(' '));
  }
  return `${lines.join('\n')}\n`;
}
