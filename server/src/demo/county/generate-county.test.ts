import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import type { DemoCounty, DemoGrid, Position } from './county.types.js';
import { generateCounty } from './generate-county.js';
import { contains } from './geometry/plane.js';
import { makeStaff } from './inventory/staff.js';

const ORIGIN: Position = [119.6, 29.3];
const unit = ([x, y]: Position): [number, number] => [
  Math.round((x - ORIGIN[0]) * 1e7),
  Math.round((y - ORIGIN[1]) * 1e7),
];
const key = (p: Position): string => unit(p).join(',');
const social = (county: DemoCounty): DemoGrid[] => county.grids.filter((grid) => grid.partition === 'SOCIAL');
const police = (county: DemoCounty): DemoGrid[] => county.grids.filter((grid) => grid.partition === 'POLICE');

/** Twice the signed area in whole units: exact, the products stay below 2^53. */
function doubleArea(ring: readonly Position[]): bigint {
  let sum = 0n;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = unit(ring[i - 1]!);
    const [bx, by] = unit(ring[i]!);
    sum += BigInt(ax) * BigInt(by) - BigInt(bx) * BigInt(ay);
  }
  return sum;
}

/** Directed border edges that have no twin: the rim of the tiling. */
function rimOf(grids: readonly DemoGrid[]): Map<string, Position[]> {
  const open = new Map<string, Position[]>();
  for (const { boundary } of grids) {
    const ring = boundary[0]!;
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      expect(open.has(`${key(a)}>${key(b)}`), 'a directed edge belongs to one grid only').toBe(false);
      if (!open.delete(`${key(b)}>${key(a)}`)) open.set(`${key(a)}>${key(b)}`, [a, b]);
    }
  }
  return open;
}

function joined(edges: Iterable<Position[]>): Position[] {
  const next = new Map<string, Position>();
  for (const [a, b] of edges) next.set(key(a!), b!);
  const first = [...next.values()][0]!;
  const ring = [first];
  for (let at = next.get(key(first))!; ; at = next.get(key(at))!) {
    ring.push(at);
    if (key(at) === key(first)) break;
  }
  expect(ring.length - 1, 'the rim is one ring').toBe(next.size);
  return ring;
}

function crosses(ring: readonly Position[]): boolean {
  const points = ring.map(unit);
  const turn = (a: number[], b: number[], c: number[]): number =>
    Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
  for (let i = 1; i < points.length; i++) {
    for (let j = i + 2; j < points.length; j++) {
      const [a, b, c, d] = [points[i - 1]!, points[i]!, points[j - 1]!, points[j]!];
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
    }
  }
  return false;
}

function metres([ax, ay]: Position, [bx, by]: Position): number {
  return Math.hypot((ax - bx) * 97_145, (ay - by) * 110_856);
}

/** Share of the social grids' border length that runs along a street, water or a community border. */
function followedShare(county: DemoCounty): number {
  const lines = new Set<string>();
  const addLine = (line: readonly Position[]): void => {
    for (let i = 1; i < line.length; i++)
      lines.add(`${key(line[i - 1]!)}|${key(line[i]!)}`).add(`${key(line[i]!)}|${key(line[i - 1]!)}`);
  };
  county.streets.forEach((street) => addLine(street.line));
  county.waterways.forEach((waterway) => addLine(waterway.line));
  county.areas.filter((area) => area.layer === 'water').forEach((area) => area.polygon.forEach(addLine));
  const community = new Map<string, string>();
  for (const grid of social(county)) {
    const ring = grid.boundary[0]!;
    for (let i = 1; i < ring.length; i++)
      community.set(`${key(ring[i - 1]!)}|${key(ring[i]!)}`, grid.parentCode);
  }
  let all = 0;
  let followed = 0;
  for (const [edge, code] of community) {
    const [a, b] = edge.split('|') as [string, string];
    const [p, q] = [a, b].map((text) => text.split(',').map((n) => Number(n) / 1e7)) as [Position, Position];
    const length = metres(p, q);
    all += length;
    if (lines.has(edge) || community.get(`${b}|${a}`) !== code) followed += length;
  }
  return followed / all;
}

function checkTiling(grids: readonly DemoGrid[]): Position[] {
  for (const grid of grids) {
    expect(grid.boundary).toHaveLength(1);
    const ring = grid.boundary[0]!;
    expect(key(ring[0]!)).toBe(key(ring[ring.length - 1]!));
    expect(new Set(ring.slice(1).map(key)).size, `${grid.name} touches itself nowhere`).toBe(ring.length - 1);
    expect(crosses(ring), `${grid.name} crosses itself nowhere`).toBe(false);
    expect(doubleArea(ring) > 0n).toBe(true);
  }
  const rim = joined(rimOf(grids).values());
  expect(grids.reduce((sum, grid) => sum + doubleArea(grid.boundary[0]!), 0n)).toBe(doubleArea(rim));
  return rim;
}

function checkCounty(county: DemoCounty): void {
  const rim = checkTiling(social(county));
  expect(new Set(checkTiling(police(county)).map(key)), 'both partitions have the same rim').toEqual(
    new Set(rim.map(key)),
  );
  expect(followedShare(county)).toBeGreaterThan(0.6);
  expect([social(county).length, police(county).length]).toEqual([100, 20]);
  expect(social(county).reduce((sum, grid) => sum + grid.households, 0)).toBe(38_000);
  expect(police(county).reduce((sum, grid) => sum + grid.households, 0)).toBe(38_000);
  expect(county.buildings.reduce((sum, building) => sum + building.households, 0)).toBe(38_000);
  for (const post of county.posts)
    expect(contains(rim, post.point), `${post.name} lies in the county`).toBe(true);
  for (const unit of county.units) expect(contains(rim, unit.start)).toBe(true);
  expect(county.riskPoints).toHaveLength(150);
  for (const { geometry } of county.riskPoints) {
    const at =
      geometry.type === 'Point'
        ? geometry.coordinates
        : geometry.type === 'LineString'
          ? geometry.coordinates[0]!
          : geometry.coordinates[0]![0]!;
    expect(contains(rim, at)).toBe(true);
  }
  for (const { polygon } of county.buildings) expect(contains(rim, polygon[0]![0]!)).toBe(true);
}

test(
  'counties of any seed tile exactly, follow what is on the ground and are whole',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => checkCounty(generateCounty(seed))),
      { numRuns: 3 },
    );
  },
);

describe('枫溪县', () => {
  const county = generateCounty();

  it('tiles exactly in whole 1e-7 degrees', () => checkCounty(county));

  it('has at least 85 % of its grid borders on streets, water or community borders', () => {
    expect(followedShare(county)).toBeGreaterThan(0.85);
  });

  it('has the towns, communities and police units of the domain', () => {
    const count = (level: string): number =>
      county.divisions.filter((division) => division.level === level).length;
    expect(['COUNTY', 'TOWN', 'COMMUNITY', 'COUNTY_BUREAU', 'STATION', 'POLICE_AREA'].map(count)).toEqual([
      1, 3, 12, 1, 3, 8,
    ]);
    const codes = [...county.divisions, ...county.grids].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { parentCode } of [...county.divisions, ...county.grids]) {
      if (parentCode) expect(codes).toContain(parentCode);
    }
  });

  it('numbers and names its grids by the pattern', () => {
    for (const grid of social(county)) {
      expect(grid.code).toMatch(/^990121\d{9}$/);
      expect(grid.code.slice(0, 12)).toBe(grid.parentCode);
      expect(grid.name).toMatch(grid.kind === 'BASIC' ? /^.+(社区|村)第\d{2}网格$/ : /^.+专属网格$/);
      if (grid.kind === 'BASIC') {
        expect(grid.households).toBeGreaterThanOrEqual(300);
        expect(grid.households).toBeLessThanOrEqual(500);
      }
    }
    for (const grid of police(county)) expect(grid.name).toMatch(/^(枫城|白石|云岭)所\d{2}警务区\d{2}警格$/);
    const names = county.grids.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of [
      '白石工业园专属网格',
      '枫溪一中专属网格',
      '枫江农贸市场专属网格',
      '车站专属网格',
      '文昌社区第03网格',
      '枫城所02警务区05警格',
    ]) {
      expect(names).toContain(name);
    }
  });

  it('staffs its grids with some 20 officers and leaves a few places vacant, the same each time', () => {
    const staff = makeStaff(county, 990121);
    const total = (partition: string, role: string) =>
      staff
        .filter((entry) => entry.partition === partition && entry.role === role)
        .reduce((sum, { count }) => sum + count, 0);
    expect(total('POLICE', 'OFFICER')).toBe(20);
    expect(
      staff.filter(
        ({ partition, role, count }) => partition === 'POLICE' && role === 'OFFICER' && count === 0,
      ),
    ).toHaveLength(1);
    expect(total('SOCIAL', 'OFFICER')).toBe(7);
    expect(total('SOCIAL', 'AUXILIARY')).toBe(7 * 2 + 5 - 2);
    expect(new Set(staff.map(({ gridCode, role }) => `${gridCode} ${role}`)).size).toBe(staff.length);
    expect(makeStaff(county, 990121)).toEqual(staff);
  });

  it('has the posts and units of the domain', () => {
    const count = (kind: string): number => county.posts.filter((post) => post.kind === kind).length;
    expect(
      [
        'STATION',
        'OFFICE',
        'LIAISON_STATION',
        'TRAFFIC_SQUADRON',
        'GOVERNANCE_CENTRE',
        'DETENTION_PLACE',
      ].map(count),
    ).toEqual([3, 12, 4, 2, 4, 1]);
    const gridCodes = new Set(social(county).map(({ code }) => code));
    for (const post of county.posts)
      for (const code of post.gridCodes) expect(gridCodes.has(code)).toBe(true);
    expect(county.units.map(({ callSign }) => callSign)).toEqual(
      expect.arrayContaining(['枫城01', '枫城铁骑11', '枫城步巡21', '特警01']),
    );
    expect(county.units).toHaveLength(12);
  });

  it('has a liaison station whose jurisdiction crosses station lines', () => {
    const stationsOf = (code: string): string[] =>
      county.posts
        .filter((post) => post.kind === 'STATION' && post.gridCodes.includes(code))
        .map((post) => post.name);
    const crossing = county.posts.filter(
      (post) => post.kind === 'LIAISON_STATION' && new Set(post.gridCodes.flatMap(stationsOf)).size > 1,
    );
    expect(crossing.length).toBeGreaterThan(0);
  });

  it('shows every kind, level and geometry of risk points', () => {
    expect(new Set(county.riskPoints.map(({ kind }) => kind)).size).toBe(12);
    expect(new Set(county.riskPoints.map(({ level }) => level)).size).toBe(4);
    expect(new Set(county.riskPoints.map(({ geometry }) => geometry.type)).size).toBe(3);
    expect(new Set(county.riskPoints.map(({ code }) => code)).size).toBe(150);
    expect(county.riskPoints.some((risk) => risk.lastInspectedDaysAgo > risk.inspectionCycleDays)).toBe(true);
  });

  it('has the named streets of the domain and addresses in standard form', () => {
    const names = new Set(county.streets.map(({ name }) => name));
    for (const name of [
      '枫江路',
      '溪滨路',
      '人民中路',
      '解放路',
      '文昌街',
      '学府路',
      '车站路',
      '工业大道',
      '东门直街',
      '仓前弄',
      '白石老街',
      '云岭线',
      '枫城大桥',
      '望枫桥',
    ]) {
      expect(names).toContain(name);
    }
    for (const { address } of county.buildings)
      expect(address).toMatch(/^(枫城街道|白石镇|云岭乡).+\d+(号|幢)$/);
    expect(county.buildings.length).toBeGreaterThan(8_000);
    expect(county.buildings.length).toBeLessThan(15_500);
  });

  it('uses only multiples of 1e-7 degrees', () => {
    const flat = [
      ...county.streets.flatMap(({ line }) => line),
      ...county.areas.flatMap(({ polygon }) => polygon.flat()),
      ...county.posts.map(({ point }) => point),
    ];
    expect(flat.flat().every((degrees) => degrees === Math.round(degrees * 1e7) / 1e7)).toBe(true);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(generateCounty())).toBe(JSON.stringify(county));
  });
});
