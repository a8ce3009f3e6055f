import { writeFileSync } from 'node:fs';
import { Refusal } from '../../errors.js';
import { render, type Language, type MessageCode } from '../../messages/index.js';
import { flagOf } from '../values/columns.js';
import type { ImportReport } from './import-report.js';
import { placeName, type RowRefusal } from './row-refusal.js';

/** Refused rows shown per reason; all of them go to `--report`. */
const LINES_SHOWN = 10;

/** The report as lines for a screen. */
export function describeReport(
  report: ImportReport,
  language: Language,
  reportFile: string | undefined,
): string[] {
  const say = (code: MessageCode, parameters: Record<string, string | number> = {}) =>
    render(code, parameters, language);
  const lines: string[] = [];
  const details = [report.format, report.encoding, report.timeZone].filter(Boolean).join(', ');
  lines.push(say('reportFile', { file: report.fileName, details }));
  if (report.system)
    lines.push(
      say(report.system.assumed ? 'reportSystemAssumed' : 'reportSystem', { system: report.system.name }),
    );
  if (report.mapped.length > 0)
    lines.push(
      say('reportMapped', {
        columns: report.mapped
          .map(({ field, column, guessed }) => `${flagOf(field)} "${column}"${guessed ? '*' : ''}`)
          .join('  '),
      }),
    );
  if (report.dropped.length > 0) lines.push(say('reportDropped', { columns: report.dropped.join(', ') }));
  for (const { message, parameters } of report.notes) lines.push(`- ${say(message, parameters)}`);
  for (const [, refusals] of byReason(report.refused))
    lines.push(...describeGroup(refusals, language, reportFile));
  const rate = report.seconds > 0 ? Math.round(report.read / report.seconds) : 0;
  const counts = {
    read: report.read,
    taken: report.taken,
    refused: report.refused.length,
    seconds: report.seconds.toFixed(1),
    rate,
  };
  const outcomes = { written: 'reportWritten', 'dry-run': 'reportDryRun', refused: 'reportNothing' } as const;
  lines.push(say(outcomes[report.outcome], counts));
  return lines;
}

function describeGroup(refusals: RowRefusal[], language: Language, reportFile: string | undefined): string[] {
  const first = refusals[0]!;
  const shown = refusals.slice(0, LINES_SHOWN);
  const same = shown.every((refusal) => wordsOf(refusal, language) === wordsOf(first, language));
  const lines = same
    ? [
        render(
          'reportRefusedLines',
          { reason: wordsOf(first, language), lines: shown.map(placeName).join(', ') },
          language,
        ),
      ]
    : shown.map((refusal) =>
        render(
          'reportRefusedLine',
          { line: placeName(refusal), reason: wordsOf(refusal, language) },
          language,
        ),
      );
  const more = refusals.length - shown.length;
  if (more > 0)
    lines.push(
      render(reportFile ? 'reportMoreInFile' : 'reportMore', { more, file: reportFile ?? '' }, language),
    );
  return lines;
}

function byReason(refused: RowRefusal[]): Map<MessageCode, RowRefusal[]> {
  const groups = new Map<MessageCode, RowRefusal[]>();
  for (const refusal of refused) {
    const group = groups.get(refusal.reason);
    if (group) group.push(refusal);
    else groups.set(refusal.reason, [refusal]);
  }
  return groups;
}

const wordsOf = ({ reason, parameters, field }: RowRefusal, language: Language) =>
  `${field ? `${flagOf(field).slice(2)}: ` : ''}${render(reason, parameters, language)}`;

/** All refused rows as CSV: line, field and reason, nothing of what stood in the row. @throws Refusal UNAVAILABLE */
export function writeRefusals(path: string, refused: RowRefusal[], language: Language): void {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = refused.map((refusal) =>
    [
      refusal.line,
      refusal.feature ?? '',
      refusal.field ?? '',
      refusal.reason,
      quoted(render(refusal.reason, refusal.parameters, language)),
    ].join(','),
  );
  try {
    // The mark lets spreadsheets see that it is UTF-8.
    writeFileSync(path, `\ufeff${['line,feature,field,code,reason', ...rows].join('\r\n')}\r\n`);
  } catch (error) {
    throw new Refusal('UNAVAILABLE', 'reportUnwritable', {
      file: path,
      problem: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
}
