import { createReadStream } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findSharedData } from '../../../../../test/kit/shared-data.js';
import { EdgeSearch } from '../../../reach/edge-search.js';
import { eachPoint } from '../../locate.js';
import { readPbf } from '../pbf.js';
import type { OsmMember, OsmTags } from '../visitor.js';
import { buildNetwork } from '../../network/network.js';
import { OsmStreets } from './osm-streets.js';
import { profiles, type ProfileName } from '../../network/profile.js';
import type { StreetGraph } from '../../graph/street-graph.js';

/**
 * A crossing, node 0, with arms to the west (10), north (11), east (12) and south (13), each a way of the number of its
 * outer node; the arms go on a little, so that their ends are no dead ends.
 */
function crossing(relations: OsmTags[], members: OsmMember[] = leftTurn, wayTags: OsmTags = {}) {
  const streets = new OsmStreets();
  const outer: [number, number, number][] = [
    [10, -1, 0],
    [11, 0, 1],
    [12, 1, 0],
    [13, 0, -1],
  ];
  streets.node(0, 119.6, 29.3, null);
  for (const [id, x, y] of outer) streets.node(id, 119.6 + x / 1000, 29.3 + y / 1000, null);
  for (const [id] of outer) streets.way(id, [id, 0], { highway: 'residential', ...wayTags });
  for (const [i, tags] of relations.entries()) streets.relation(i, members, { type: 'restriction', ...tags });
  return { graph: streets.build(''), report: streets.report };
}

const member = (role: string, type: 'node' | 'way', id: number): OsmMember => ({ role, type, id });
/** From the south to the west. */
const leftTurn = [member('from', 'way', 13), member('via', 'node', 0), member('to', 'way', 10)];

/** Arms that one coming from the south may go on into, by car unless said. */
function onwardFromSouth(graph: StreetGraph, profile: ProfileName = 'driving'): string[] {
  const { firstTurn, turnTo } = buildNetwork(graph, profiles[profile]);
  const end = (edge: number) => {
    const v = 2 * graph.ends[edge ^ 1]!;
    return [graph.places[v]! - 1_196_000_000, graph.places[v + 1]! - 293_000_000].map(Math.sign).join(' ');
  };
  const arms: Record<string, string> = { '-1 0': 'west', '0 1': 'north', '1 0': 'east', '0 -1': 'south' };
  const south = [...graph.ends.keys()].find((edge) => end(edge ^ 1) === '0 -1' && end(edge) === '0 0')!;
  return [...turnTo.subarray(firstTurn[south], firstTurn[south + 1])].map((edge) => arms[end(edge)]!).sort();
}

describe('a turn restriction', () => {
  const all = ['east', 'north', 'west'];

  it('forbids a turn, or all but one', () => {
    expect(onwardFromSouth(crossing([]).graph)).toEqual(all);
    expect(onwardFromSouth(crossing([{ restriction: 'no_left_turn' }]).graph)).toEqual(['east', 'north']);
    expect(onwardFromSouth(crossing([{ restriction: 'only_left_turn' }]).graph)).toEqual(['west']);
  });

  it('forbids to enter from several ways, and to leave into several', () => {
    const entry = [...leftTurn, member('from', 'way', 12)];
    const { graph, report } = crossing([{ restriction: 'no_entry' }], entry);
    expect(onwardFromSouth(graph)).toEqual(['east', 'north']);
    expect(graph.forbiddenTurns.length).toBe(6);
    const exit = [...leftTurn, member('to', 'way', 11)];
    expect(onwardFromSouth(crossing([{ restriction: 'no_exit' }], exit).graph)).toEqual(['east']);
    expect(report).toMatchObject({ restrictions: 1, restrictionsUnused: 0 });
  });

  it('binds those it names, and nobody on foot', () => {
    const onward = (tags: OsmTags, profile: ProfileName) => onwardFromSouth(crossing([tags]).graph, profile);
    const no = 'no_left_turn';
    expect(onward({ restriction: no }, 'cycling')).toEqual(['east', 'north']);
    expect(onward({ restriction: no }, 'walking')).toEqual(all);
    expect(onward({ restriction: no, except: 'psv;bicycle' }, 'cycling')).toEqual(all);
    expect(onward({ restriction: no, except: 'psv;bicycle' }, 'driving')).toEqual(['east', 'north']);
    expect(onward({ restriction: no, except: 'motorcar' }, 'driving')).toEqual(all);
    expect(onward({ 'restriction:bicycle': no }, 'cycling')).toEqual(['east', 'north']);
    expect(onward({ 'restriction:bicycle': no }, 'driving')).toEqual(all);
    expect(onward({ 'restriction:motorcar': no }, 'cycling')).toEqual(all);
    expect(onward({ 'restriction:motorcar': no }, 'driving')).toEqual(['east', 'north']);
  });

  it('is counted, not obeyed, where it holds at times only', () => {
    const { graph, report } = crossing([{ 'restriction:conditional': 'no_left_turn @ (Mo-Fr 07:00-09:00)' }]);
    expect(onwardFromSouth(graph)).toEqual(all);
    expect(report).toMatchObject({ restrictions: 0, restrictionsConditional: 1 });
  });

  it('is counted where it does not say which turn is meant, and left alone where it concerns lorries', () => {
    const without = (role: string) => leftTurn.filter((one) => one.role !== role);
    for (const role of ['from', 'via', 'to'])
      expect(crossing([{ restriction: 'no_left_turn' }], without(role)).report).toMatchObject({
        restrictions: 1,
        restrictionsUnused: 1,
      });
    const elsewhere = [...without('to'), member('to', 'way', 99)];
    expect(crossing([{ restriction: 'only_left_turn' }], elsewhere).report.restrictionsUnused).toBe(1);
    expect(crossing([{ 'restriction:hgv': 'no_left_turn' }]).report.restrictions).toBe(0);
  });

  it('against turning round lets one go straight on along the same way', () => {
    const streets = new OsmStreets();
    for (const [id, x] of [[1, 0], [2, 1], [3, 2], [4, 1]] as const) streets.node(id, 119.6 + x / 1000, 29.3 + (id === 4 ? 0.001 : 0), null); // prettier-ignore
    streets.way(1, [1, 2, 3], { highway: 'residential' });
    streets.way(2, [2, 4], { highway: 'residential' });
    const round = [member('from', 'way', 1), member('via', 'node', 2), member('to', 'way', 1)];
    streets.relation(1, round, { type: 'restriction', restriction: 'no_u_turn' });
    const graph = streets.build('');
    const pairs = [...Array(graph.forbiddenTurns.length / 3).keys()].map((i) => [
      graph.forbiddenTurns[3 * i]!,
      graph.forbiddenTurns[3 * i + 1]!,
    ]);
    expect(pairs.length).toBe(2);
    for (const [edge, onward] of pairs) expect(onward).toBe(edge! ^ 1);
  });
});

describe('a turn restriction over a way', () => {
  /** Two carriageways, joined by a link and going on beyond it: from the west one may not turn round over the link. */
  function carriageways(restriction: string, more: OsmTags = {}, via = [3]) {
    const streets = new OsmStreets();
    const at: [number, number, number][] = [[1, 0, 0], [2, 1, 0], [3, 2, 0], [4, 0, 1], [5, 1, 1], [6, 2, 1], [7, 1, 2]]; // prettier-ignore
    for (const [id, x, y] of at) streets.node(id, 119.6 + x / 1000, 29.3 + y / 1000, null);
    const oneway = { highway: 'primary', oneway: 'yes' };
    streets.way(1, [1, 2], { ...oneway, name: '东行' });
    streets.way(2, [2, 3], { ...oneway, name: '东行前段' });
    streets.way(3, [2, 5], { highway: 'primary', name: '联络' });
    streets.way(4, [6, 5], { ...oneway, name: '西行后段' });
    streets.way(5, [5, 4], { ...oneway, name: '西行' });
    streets.way(6, [5, 7], { highway: 'residential', name: '北街' });
    const members = [member('from', 'way', 1), ...via.map((id) => member('via', 'way', id)), member('to', 'way', 5)]; // prettier-ignore
    streets.relation(1, members, { type: 'restriction', restriction, ...more });
    return { graph: streets.build(''), report: streets.report };
  }

  /** Names of the streets one gets to by car within half a minute of the middle of a street. */
  function reachedFrom(graph: StreetGraph, name: string): string[] {
    const network = buildNetwork(graph, { ...profiles.driving, turns: profiles.walking.turns });
    const named = (segment: number) => graph.names[graph.nameOf[segment]!]!;
    const segments = [...graph.nameOf.keys()];
    const search = new EdgeSearch(network);
    search.run([{ segment: segments.find((s) => named(s) === name)!, share: 0.5 }], 30);
    const isReached = (s: number) =>
      search.entrySeconds(2 * s) < Infinity || search.entrySeconds(2 * s + 1) < Infinity;
    return segments.filter(isReached).map(named).sort();
  }

  it('forbids what comes over that way, and nothing else', () => {
    const { graph, report } = carriageways('no_u_turn');
    expect(report).toMatchObject({ restrictions: 1, restrictionsUnused: 0 });
    const free = ['东行前段', '北街', '联络'].sort();
    expect(reachedFrom(graph, '东行')).toEqual(free);
    expect(reachedFrom({ ...graph, forbiddenPaths: new Uint32Array(0) }, '东行')).toEqual(
      [...free, '西行'].sort(),
    );
    // From the link itself one may.
    expect(reachedFrom(graph, '联络')).toContain('西行');
    expect(reachedFrom(graph, '北街')).toContain('西行');
    const bicycles = carriageways('no_u_turn', { except: 'motorcar' });
    expect(reachedFrom(bicycles.graph, '东行')).toContain('西行');
  });

  it('forbids all but one', () => {
    expect(reachedFrom(carriageways('only_left_turn').graph, '东行')).toEqual(
      ['东行前段', '联络', '西行'].sort(),
    );
  });

  it('is counted where its ways do not lead there', () => {
    expect(carriageways('no_u_turn', {}, [4]).report.restrictionsUnused).toBe(1);
    expect(carriageways('no_u_turn', {}, [99]).report.restrictionsUnused).toBe(1);
  });
});

const porto = findSharedData('osm/porto.osm.pbf');

describe.skipIf(!porto)('restrictions of Porto', () => {
  it('are broken by no shortest path', { timeout: 60_000 }, async () => {
    const streets = new OsmStreets();
    const places = new Map<number, string>();
    const ways = new Map<number, number[]>();
    const relations: { from: number; via: number; to: number; rule: string }[] = [];
    const wanted = (members: OsmMember[], role: string) => members.filter((one) => one.role === role);
    await readPbf(
      createReadStream(porto!),
      { inflate: (data, size) => inflateSync(data, { maxOutputLength: size }) },
      {
        node(id, x, y, tags) {
          streets.node(id, x, y, tags);
          places.set(id, `${Math.round(x * 1e7)} ${Math.round(y * 1e7)}`);
        },
        way(id, nodes, tags) {
          streets.way(id, nodes, tags);
          ways.set(id, nodes);
        },
        relation(id, members, tags) {
          streets.relation(id, members, tags);
          const [from, via, to] = ['from', 'via', 'to'].map((role) => wanted(members, role));
          if (tags?.type !== 'restriction' || !tags.restriction || tags.except) return;
          if (from!.length === 1 && to!.length === 1 && via!.length === 1 && via![0]!.type === 'node')
            relations.push({ from: from![0]!.id, via: via![0]!.id, to: to![0]!.id, rule: tags.restriction });
        },
      },
    );
    // From the file alone: the points before, at and after each forbidden turn.
    const beside = (way: number, node: number): number | undefined => {
      const nodes = ways.get(way) ?? [];
      if (nodes[0] === node) return nodes[1];
      return nodes.at(-1) === node ? nodes.at(-2) : undefined;
    };
    const never = new Set<string>();
    const onlyTo = new Map<string, string>();
    for (const { from, via, to, rule } of relations) {
      const [before, after] = [beside(from, via), beside(to, via)];
      if (before === undefined || after === undefined) continue;
      const [a, b, c] = [before, via, after].map((node) => places.get(node)!);
      if (rule.startsWith('no_')) never.add(`${a} ${b} ${c}`);
      else onlyTo.set(`${a} ${b}`, c!);
    }
    expect(never.size + onlyTo.size).toBeGreaterThan(300);

    const graph = streets.build('');
    const starts = new Set([
      ...onlyTo.keys(),
      ...[...never].map((turn) => turn.split(' ').slice(0, 4).join(' ')),
    ]);
    const arrivals = [...graph.ends.keys()].filter((edge) => starts.has(lastPoints(graph, edge).join(' ')));
    const broken = (of: StreetGraph) => {
      const search = new EdgeSearch(buildNetwork(of, profiles.driving));
      const turns = new Set<string>();
      for (const arrival of arrivals) {
        search.run([{ segment: arrival >> 1, share: arrival & 1 ? 0.9 : 0.1 }], 120);
        const { count, segments } = search.endCover(120);
        for (let i = 0; i < 2 * count; i++) {
          const edge = 2 * segments[i >> 1]! + (i & 1);
          const before = search.stepBefore(edge)?.edge;
          if (before === undefined || before === (edge ^ 1)) continue;
          const [a, b] = lastPoints(of, before);
          const [, c] = lastPoints(of, edge ^ 1).toReversed() as [string, string];
          if (never.has(`${a} ${b} ${c}`) || (onlyTo.get(`${a} ${b}`) ?? c) !== c)
            turns.add(`${a} ${b} ${c}`);
        }
      }
      return turns.size;
    };
    expect(arrivals.length).toBeGreaterThan(250);
    expect(broken(graph)).toBe(0);
    expect(broken({ ...graph, forbiddenTurns: new Uint32Array(0) })).toBeGreaterThan(100);
  });
});

/** The last two points of an edge, in its direction. */
function lastPoints(graph: StreetGraph, edge: number): [string, string] {
  const points: string[] = [];
  eachPoint(graph, edge >> 1, (x, y) => points.push(`${x} ${y}`));
  if (edge & 1) points.reverse();
  return [points.at(-2)!, points.at(-1)!];
}
