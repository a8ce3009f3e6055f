import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findData, runCommand } from './command.mjs';
import { median } from './processes.mjs';

const runs = 3;
const county = ['--county-name', 'Chicago', '--county-code', '17031', '--time-zone', 'America/Chicago'];
const repeated = ['--repeated-codes', 'number'];
const columns = ['--number', 'ID', '--kind', 'Primary Type', '--occurred', 'Date', '--sensitive', 'Domestic'];

/**
 * Chicago's month of incidents into the embedded database, each attributed to its beat. The command as a whole, opening
 * the database and reading the file included; the same without what opening alone takes; and the same reading and
 * checking without storing (`--dry-run`).
 *
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function measureImport() {
  const file = (name) => findData(`chicago/${name}`);
  const [districts, beats, incidents] = [
    file('districts.geojson'),
    file('beats.geojson'),
    file('incidents-2014-09.csv'),
  ];
  if (!districts || !beats || !incidents) return [];
  const whole = [];
  const dry = [];
  const idle = [];
  let rows = 0;
  for (let run = 0; run < runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'maplebridge-bench-'));
    try {
      const territory = (...args) => runCommand(folder, ['import', 'territory', ...args, ...repeated]);
      await territory(
        districts,
        '--level',
        'station',
        '--code',
        'DIST_NUM',
        '--name',
        'District {DIST_NUM}',
        ...county,
      );
      await territory(
        beats,
        '--level',
        'police-grid',
        '--code',
        'BEAT_NUM',
        '--name',
        'Beat {BEAT_NUM}',
        '--parent',
        'DISTRICT',
      );
      const command = ['import', 'incidents', incidents, ...columns, '--crs', 'wgs84'];
      idle.push(await runCommand(folder, ['migrate']));
      dry.push(await runCommand(folder, [...command, '--dry-run']));
      whole.push(await runCommand(folder, command));
      rows = rowsIn(whole.at(-1).output);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figuresOf(rows, { whole, dry, idle });
}

/** The import's own report says how many rows it took. */
function rowsIn(output) {
  const count = Number(/^Imported ([0-9]+)/m.exec(output)?.[1]);
  if (!(count > 20_000)) throw new Error(`The import took too few rows:\n${output}`);
  return count;
}

function figuresOf(rows, { whole, dry, idle }) {
  const of = (values, key) => median(values.map((value) => value[key]));
  const [seconds, cpu] = [of(whole, 'seconds'), of(whole, 'cpuSeconds')];
  const higher = /** @type {const} */ ('higher');
  const lower = /** @type {const} */ ('lower');
  return [
    { figure: 'import: rows taken', value: rows, unit: 'rows', better: higher },
    { figure: 'import: whole command', value: seconds, unit: 's', better: lower },
    { figure: 'import: whole command, CPU', value: cpu, unit: 's', better: lower },
    { figure: 'import: opening the database alone', value: of(idle, 'seconds'), unit: 's', better: lower },
    { figure: 'import: storing, CPU', value: cpu - of(dry, 'cpuSeconds'), unit: 's', better: lower },
    { figure: 'import: whole command, rate', value: rows / seconds, unit: 'rows/s', better: higher },
    {
      figure: 'import: database open to all stored, CPU',
      value: cpu - of(idle, 'cpuSeconds'),
      unit: 's',
      better: lower,
    },
    {
      figure: 'import: database open to all stored, rate',
      value: rows / (seconds - of(idle, 'seconds')),
      unit: 'rows/s',
      better: higher,
      limit: 10_000,
    },
  ];
}
