import { repairTiling } from '@maplebridge/engine/topology/repair/repair-tiling';
import type { RepairFinding, RepairKind } from '@maplebridge/engine/topology/repair/repair.types';
import { Refusal } from '../../errors.js';
import type { MessageCode } from '../../messages/index.js';
import type { Note, RowRefusal } from '../report/row-refusal.js';
import type { CheckedArea } from './check-territory.js';

/** Enough for borders drawn twice from one picture; less than the width of a lane. */
export const DEFAULT_TOLERANCE_METRES = 5;
const LEAST_TOLERANCE_METRES = 0.05;
const MOST_TOLERANCE_METRES = 20;
/** About 20 seconds of work and 2 GB. */
const MOST_CORNERS = 1_000_000;
/** Findings told one by one; the rest is counted. */
const MOST_TOLD = 60;

const MESSAGES: Record<Exclude<RepairKind, 'SLIVERS' | 'DUPLICATE'>, MessageCode> = {
  GAP: 'importRepairGap',
  OVERLAP: 'importRepairOverlap',
  HOLE: 'importRepairHole',
  COVERED: 'importRepairCovered',
  INVALID_RING: 'importRepairRing',
  PIECE: 'importRepairPiece',
};

/** @throws Refusal BAD_USER_INPUT */
export function requireTolerance(metres: number): void {
  if (metres >= LEAST_TOLERANCE_METRES && metres <= MOST_TOLERANCE_METRES) return;
  throw new Refusal('BAD_USER_INPUT', 'importTolerance', {
    min: LEAST_TOLERANCE_METRES,
    max: MOST_TOLERANCE_METRES,
  });
}

/**
 * Makes the areas of a file tile their land, and tells what was decided on the way. Areas of which nothing is left are
 * refused: nothing vanishes without a word.
 *
 * @throws Refusal LIMIT_EXCEEDED
 */
export function repairAreas(
  areas: readonly CheckedArea[],
  toleranceMetres: number,
): { sound: CheckedArea[]; notes: Note[]; lost: RowRefusal[] } {
  const corners = areas.reduce((sum, { boundary }) => sum + boundary.coordinates.flat(2).length, 0);
  if (corners > MOST_CORNERS)
    throw new Refusal('LIMIT_EXCEEDED', 'importTooManyCorners', { count: corners, max: MOST_CORNERS });
  const { grids, findings } = repairTiling(
    areas.map(({ code, boundary }) => ({ id: code, boundary })),
    toleranceMetres,
  );
  const repaired = new Map(grids.map(({ id, parts }) => [id, parts]));
  const sound = areas.flatMap((area): CheckedArea[] => {
    const parts = repaired.get(area.code);
    if (!parts) return [];
    const coordinates = parts.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x / 1e7, y / 1e7])));
    return [{ ...area, boundary: { type: 'MultiPolygon', coordinates } }];
  });
  const lost = areas.filter(({ code }) => !repaired.has(code)).map((area) => refusalOf(area, findings));
  return { sound, notes: notesOf(findings, sound.length, toleranceMetres), lost };
}

function refusalOf({ code, line, feature }: CheckedArea, findings: readonly RepairFinding[]): RowRefusal {
  const twin = findings.find(({ kind, grids }) => kind === 'DUPLICATE' && grids[1] === code);
  const other = findings.find(({ kind, grids }) => kind === 'COVERED' && grids[0] === code);
  const place = placeOf(twin ?? other);
  return twin
    ? { line, feature, field: 'geometry', reason: 'rowSameLand', parameters: { code: twin.grids[0]!, place } }
    : { line, feature, field: 'geometry', reason: 'rowNoLand', parameters: { place } };
}

function notesOf(findings: readonly RepairFinding[], count: number, tolerance: number): Note[] {
  const notes: Note[] = [];
  const slivers = findings.filter(({ kind }) => kind === 'SLIVERS');
  // What is refused stands among the refused.
  const told = findings.filter(
    ({ kind, givenTo }) => kind in MESSAGES && (kind !== 'COVERED' || givenTo !== null),
  );
  if (told.length > 0) notes.push({ message: 'importRepaired', parameters: { count, tolerance } });
  for (const finding of told.slice(0, MOST_TOLD)) notes.push(noteOf(finding));
  if (told.length > MOST_TOLD)
    notes.push({ message: 'importRepairMore', parameters: { count: told.length - MOST_TOLD } });
  if (slivers.length > 0)
    notes.push({
      message: 'importRepairSlivers',
      parameters: {
        count: slivers.reduce((sum, sliver) => sum + sliver.count, 0),
        pairs: slivers.length,
        area: Math.round(slivers.reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0)),
        width: Math.max(...slivers.map(({ widthMetres }) => widthMetres)).toFixed(1),
      },
    });
  return notes;
}

function noteOf(finding: RepairFinding): Note {
  const { kind, grids, givenTo, areaSquareMetres, widthMetres } = finding;
  return {
    message: MESSAGES[kind as keyof typeof MESSAGES],
    parameters: {
      grid: grids[0] ?? '',
      grids: grids.join(' × '),
      others: grids.slice(1).join(', '),
      givenTo: givenTo ?? '',
      area: Math.round(areaSquareMetres),
      width: widthMetres.toFixed(1),
      place: placeOf(finding),
    },
  };
}

const placeOf = (finding: RepairFinding | undefined): string =>
  finding ? `(${finding.at.map((value) => (value / 1e7).toFixed(5)).join(', ')})` : '';
