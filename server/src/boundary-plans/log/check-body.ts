import type { NewGrid, Step } from '@maplebridge/engine/topology/tiling.types';
import { maskText } from '../../access/mask-text.js';
import { GridKind } from '../../database/prisma/enums.js';
import { Refusal } from '../../errors.js';
import type { DescribeChange, PlanChange, PlanEditBody, WrittenBorders } from './body.types.js';

/** Of a body from outside. A districting proposal of ours may be larger: it comes from within. */
const MAX_BODY_BYTES = 200_000;
export const MAX_OWN_BODY_BYTES = 8_000_000;
const MAX_CHANGES = 500;
const MAX_POINTS = 10_000;
const MAX_GRIDS = 5000;
const MAX_LABEL = 100;
const MAX_NAME = 100;
const MAX_BORDER_WORDS = 200;
const MAX_HOUSEHOLDS = 1_000_000;
const MAX_TOLERANCE_METRES = 20;
const MOST_EAST = 1_800_000_000;
const MOST_NORTH = 900_000_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Fields = Record<string, unknown>;

/**
 * Reads the body of an edit field by field; what it doesn't know it leaves out, free text it masks.
 * @throws Refusal naming the field that is wrong
 */
export function checkBody(body: unknown, maxBytes = MAX_BODY_BYTES): PlanEditBody {
  const fields = record(body, 'body');
  const bytes = Buffer.byteLength(JSON.stringify(body));
  if (bytes > maxBytes)
    throw new Refusal('LIMIT_EXCEEDED', 'planBodyTooLarge', { max: Math.round(maxBytes / 1000) });
  const changes = list(fields.changes, 'changes', 1, MAX_CHANGES).map((change, i) =>
    checkChange(record(change, `changes[${i}]`), `changes[${i}]`),
  );
  return { label: text(fields.label ?? '', 'label', 0, MAX_LABEL), changes };
}

function checkChange(fields: Fields, at: string): PlanChange {
  const step = (name: string) => stepOf(fields[name], `${at}.${name}`);
  const path = (name: string, min: number) =>
    list(fields[name], `${at}.${name}`, min, MAX_POINTS).map((place, i) =>
      stepOf(place, `${at}.${name}[${i}]`),
    );
  const id = (name: string) => idOf(fields[name], `${at}.${name}`);
  const ids = (name: string, min: number, max = MAX_GRIDS) =>
    list(fields[name], `${at}.${name}`, min, max).map((value, i) => idOf(value, `${at}.${name}[${i}]`));
  switch (fields.kind) {
    case 'move':
      return { kind: 'move', from: step('from'), to: step('to') };
    case 'insert':
      return { kind: 'insert', a: step('a'), b: step('b'), at: step('at') };
    case 'delete':
      return { kind: 'delete', at: step('at') };
    case 'straighten':
      return { kind: 'straighten', from: step('from'), through: step('through'), to: step('to') };
    case 'reroute':
      return {
        kind: 'reroute',
        from: step('from'),
        through: step('through'),
        to: step('to'),
        path: path('path', 0),
      };
    case 'split': {
      const [left, right] = ids('into', 2, 2);
      return { kind: 'split', grid: id('grid'), line: path('line', 2), into: [left!, right!] };
    }
    case 'merge':
      return { kind: 'merge', grids: ids('grids', 2), into: id('into') };
    case 'carve':
      return {
        kind: 'carve',
        ring: path('ring', 3),
        into: id('into'),
        ...(fields.from == null ? {} : { from: ids('from', 1) }),
      };
    case 'replace':
      return {
        kind: 'replace',
        remove: ids('remove', 1),
        add: list(fields.add, `${at}.add`, 1, MAX_GRIDS).map((grid, i) => newGrid(grid, `${at}.add[${i}]`)),
      };
    case 'repair':
      return { kind: 'repair', toleranceMetres: tolerance(fields.toleranceMetres, `${at}.toleranceMetres`) };
    case 'describe':
      return checkDescribe(fields, at);
    default:
      return wrong(`${at}.kind`);
  }
}

function newGrid(value: unknown, at: string): NewGrid {
  const { id, parts } = record(value, at);
  return {
    id: idOf(id, `${at}.id`),
    parts: list(parts, `${at}.parts`, 1, 1000).map((part, p) =>
      list(part, `${at}.parts[${p}]`, 1, 1000).map((ring, r) =>
        list(ring, `${at}.parts[${p}][${r}]`, 3, 100_000).map((place, i) =>
          stepOf(place, `${at}.parts[${p}][${r}][${i}]`),
        ),
      ),
    ),
  };
}

function checkDescribe(fields: Fields, at: string): DescribeChange {
  const change: DescribeChange = { kind: 'describe', grid: idOf(fields.grid, `${at}.grid`) };
  if (fields.name !== undefined) change.name = text(fields.name, `${at}.name`, 1, MAX_NAME);
  if (fields.gridKind !== undefined) {
    if (!Object.hasOwn(GridKind, String(fields.gridKind))) wrong(`${at}.gridKind`);
    change.gridKind = fields.gridKind as GridKind;
  }
  if (fields.parentId !== undefined) change.parentId = idOf(fields.parentId, `${at}.parentId`);
  if (fields.households !== undefined)
    change.households =
      fields.households === null ? null : whole(fields.households, `${at}.households`, 0, MAX_HOUSEHOLDS);
  if (fields.borders !== undefined)
    change.borders = fields.borders === null ? null : borders(fields.borders, `${at}.borders`);
  if (Object.keys(change).length === 2) wrong(at);
  return change;
}

function borders(value: unknown, at: string): WrittenBorders {
  const fields = record(value, at);
  const side = (name: keyof WrittenBorders) => text(fields[name] ?? '', `${at}.${name}`, 0, MAX_BORDER_WORDS);
  return { north: side('north'), east: side('east'), south: side('south'), west: side('west') };
}

function wrong(field: string): never {
  throw new Refusal('BAD_USER_INPUT', 'planBodyWrong', { field: field.slice(0, 80) });
}

function record(value: unknown, at: string): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : wrong(at);
}

function list(value: unknown, at: string, min: number, max: number): unknown[] {
  if (!Array.isArray(value) || value.length < min) return wrong(at);
  if (value.length > max) throw new Refusal('LIMIT_EXCEEDED', 'planBodyTooMany', { field: at, max });
  return value;
}

function text(value: unknown, at: string, min: number, max: number): string {
  if (typeof value !== 'string') return wrong(at);
  const trimmed = value.trim();
  if (trimmed.length < min || trimmed.length > max) wrong(at);
  // What was covered may have grown.
  return maskText(trimmed).slice(0, max);
}

function whole(value: unknown, at: string, min: number, max: number): number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max
    ? (value as number)
    : wrong(at);
}

function tolerance(value: unknown, at: string): number {
  return typeof value === 'number' && value > 0 && value <= MAX_TOLERANCE_METRES ? value : wrong(at);
}

function idOf(value: unknown, at: string): string {
  const id = typeof value === 'string' ? value.toLowerCase() : '';
  return UUID.test(id) ? id : wrong(at);
}

function stepOf(value: unknown, at: string): Step {
  if (!Array.isArray(value) || value.length !== 2) return wrong(at);
  return [whole(value[0], at, -MOST_EAST, MOST_EAST), whole(value[1], at, -MOST_NORTH, MOST_NORTH)];
}
