import { Command, Option } from 'commander';
import type { Database } from '../../database/index.js';
import { render, type MessageCode } from '../../messages/index.js';
import { importIncidents } from '../incidents/import-incidents.js';
import { importPosts } from '../posts/import-posts.js';
import { POST_KINDS } from '../posts/post-kinds.js';
import type { ImportOptions, ImportReport } from '../report/import-report.js';
import { describeReport, writeRefusals } from '../report/print-report.js';
import { importStreets } from '../streets/import-streets.js';
import { STREET_FIELDS } from '../streets/read-street-lines.js';
import { importTerritory } from '../territory/import-territory.js';
import { LEVELS, type LevelName } from '../territory/levels.js';
import { DEFAULT_TOLERANCE_METRES } from '../territory/repair-areas.js';
import type { RepeatedCodes } from '../territory/check-territory.js';
import { flagOf } from '../values/columns.js';
import { SYSTEM_CHOICES } from '../values/systems.js';
import { progressLine } from './progress-line.js';
import type { CommandSurroundings } from './surroundings.js';

type Flags = Record<string, string | boolean | undefined>;
type Run = (
  file: string,
  flags: Flags,
  common: ImportOptions,
  open: () => Promise<Database>,
) => Promise<ImportReport>;

/** `import territory|posts|incidents|streets FILE`. */
export function importCommand(around: CommandSurroundings): Command {
  const say = (code: MessageCode, parameters = {}) => render(code, parameters, around.language);
  const command = new Command('import')
    .description(say('cliImport'))
    .addHelpText('after', `\n${say('cliImportAfter')}\n\n${EXAMPLES}`);
  const levels = Object.keys(LEVELS);
  const territory = sub(
    'territory',
    'cliTerritory',
    ['code', 'name', 'parent', 'parentName', 'households', 'gridKind'],
    (file, flags, common, open) =>
      importTerritory(open, file, {
        ...common,
        level: flags.level as LevelName,
        parentLevel: flags.parentLevel as LevelName | undefined,
        repeatedCodes: flags.repeatedCodes as RepeatedCodes,
        validFrom: text(flags.validFrom),
        countyName: text(flags.countyName),
        countyCode: text(flags.countyCode),
        timeZone: text(flags.timeZone),
        repairToleranceMetres: toleranceOf(flags),
      }),
  )
    .addOption(
      new Option('--level <level>', say('cliLevel', { levels: levels.join(', ') }))
        .choices(levels)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--parent-level <level>', say('cliParentLevel')).choices(levels))
    .addOption(
      new Option('--repeated-codes <how>', say('cliRepeated'))
        .choices(['refuse', 'number', 'merge'])
        .default('refuse'),
    )
    .option('--valid-from <date>', say('cliValidFrom'))
    .option('--county-name <name>', say('cliCountyName'))
    .option('--county-code <code>', say('cliCountyCode'))
    .option('--time-zone <zone>', say('cliTimeZone'))
    .option('--repair', say('cliRepair'))
    .option('--tolerance <metres>', say('cliTolerance', { metres: DEFAULT_TOLERANCE_METRES }));

  const posts = sub(
    'posts',
    'cliPosts',
    [
      'name',
      'code',
      'kindColumn',
      'address',
      'longitude',
      'latitude',
      'jurisdiction',
      'aroundTheClock',
      'hours',
      'opens',
      'closes',
    ],
    (file, flags, common, open) => importPosts(open, file, { ...common, kind: text(flags.kind) }),
  )
    .option(
      '--kind <kind>',
      say('cliPostKind', {
        kinds: POST_KINDS.map((kind) => kind.toLowerCase().replaceAll('_', '-')).join(', '),
      }),
    )
    .option('--delimiter <character>', say('cliDelimiter'));

  const incidents = sub(
    'incidents',
    'cliIncidents',
    [
      'number',
      'kind',
      'occurred',
      'reported',
      'dispatched',
      'arrived',
      'longitude',
      'latitude',
      'address',
      'description',
      'sensitive',
    ],
    (file, flags, common, open) =>
      importIncidents(open, file, {
        ...common,
        timeZone: text(flags.tz),
        dateFormat: text(flags.dateFormat),
        midnightIsDate: flags.midnightIsDate === true,
        kindMap: text(flags.kindMap),
      }),
  )
    .option('--kind-map <file>', say('cliKindMap'))
    .option('--tz <zone>', say('cliTz'))
    .option('--date-format <pattern>', say('cliDateFormat'))
    .option('--midnight-is-date', say('cliMidnight'))
    .option('--delimiter <character>', say('cliDelimiter'));

  const streets = sub('streets', 'cliStreets', STREET_FIELDS, (file, flags, common, open) =>
    importStreets(open, file, { ...common, name: text(flags.name), attribution: text(flags.attribution) }),
  )
    .option('--name <name>', say('cliName'))
    .option('--attribution <text>', say('cliAttribution'));

  for (const one of [territory, posts, incidents, streets]) {
    one
      .addOption(new Option('--crs <system>', say('cliCrs', { choices: SYSTEM_CHOICES })))
      .addOption(new Option('--axes <order>', say('cliAxes')).choices(['lonlat', 'latlon']).default('lonlat'))
      .option('--encoding <name>', say('cliEncoding'))
      .addOption(
        new Option('--on-error <what>', say('cliOnError')).choices(['abort', 'skip']).default('abort'),
      )
      .option('--dry-run', say('cliDryRun'))
      .option('--report <file>', say('cliReport'))
      .helpOption('-h, --help', say('cliHelp'));
    command.addCommand(one);
  }
  return command.helpOption('-h, --help', say('cliHelp')).helpCommand(false);

  function sub(name: string, about: MessageCode, fields: string[], run: Run): Command {
    const made = new Command(name).description(say(about)).argument('<file>');
    for (const field of fields) made.option(`${flagOf(field)} <column>`, say('cliColumn', { field }));
    return made.action((file: string, flags: Flags) => perform(around, file, flags, fields, run));
  }
}

async function perform(
  around: CommandSurroundings,
  file: string,
  flags: Flags,
  fields: string[],
  run: Run,
): Promise<void> {
  const reportFile = text(flags.report);
  // Found out before anything is stored, not after.
  if (reportFile !== undefined) writeRefusals(reportFile, [], around.language);
  const progress = progressLine(around);
  const report = await run(
    file,
    flags,
    {
      columns: Object.fromEntries(fields.map((field) => [field, text(flags[field])])),
      crs: text(flags.crs),
      latitudeFirst: flags.axes === 'latlon',
      encoding: text(flags.encoding),
      delimiter: text(flags.delimiter),
      onError: flags.onError as 'abort' | 'skip',
      dryRun: flags.dryRun === true,
      signal: around.signal,
      progress: progress.show,
    },
    around.open,
  ).finally(progress.clear);
  if (reportFile !== undefined) writeRefusals(reportFile, report.refused, around.language);
  for (const line of describeReport(report, around.language, reportFile)) around.print(line);
  around.exit(report.outcome === 'refused' ? 1 : 0);
}

/** Metres for --repair; NaN, which is refused, for a tolerance that goes with no repair. */
function toleranceOf({ repair, tolerance }: Flags): number | undefined {
  if (tolerance !== undefined) return repair === true ? Number(tolerance) : NaN;
  return repair === true ? DEFAULT_TOLERANCE_METRES : undefined;
}

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const EXAMPLES = `Chicago:
  mb import territory districts.geojson --level station --code DIST_NUM --name "District {DIST_NUM}" --repeated-codes number
      --county-name Chicago --county-code 17031 --time-zone America/Chicago
  mb import territory beats.geojson --level police-grid --code BEAT_NUM --name "Beat {BEAT_NUM}" --parent DISTRICT --repeated-codes number
  mb import territory grids.geojson --level grid --code 编号 --repair --tolerance 3
  mb import posts stations.csv --kind station --code DISTRICT --name "District {DISTRICT}" --jurisdiction DISTRICT --crs wgs84
  mb import incidents incidents.csv --number ID --kind "Primary Type" --occurred Date --sensitive Domestic --crs wgs84
      --description "{Description} · {Location Description}"
  mb import streets porto.osm.pbf --name porto`;
