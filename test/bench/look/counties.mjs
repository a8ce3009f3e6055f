import { createRandom } from '../foundation/incidents/random.mjs';

/**
 * @typedef {object} Size
 * @property {string} name as the figures call it
 * @property {number} grids
 * @property {number} incidents
 * @property {number} units
 */

/** @type {Size[]} the demo county as it is, and as much as its land can be made to carry */
export const sizes = [
  { name: '100 grids, 20,000 incidents, 12 units', grids: 100, incidents: 20_000, units: 12 },
  { name: '2,000 grids, 50,000 incidents, 200 units', grids: 2_000, incidents: 50_000, units: 200 },
];

/**
 * The demo county brought to a size, on its own streets: grids become a mesh of squares, incidents and units are
 * repeated at places nearby. As it is when it has the size already.
 *
 * @param {import('@maplebridge/server/demo/seed-demo').Demo} demo
 * @param {Size} size
 */
export function bringToSize(demo, size) {
  const random = createRandom(size.grids);
  const incidents = repeat(demo.incidents, size.incidents, (incident, round) => ({
    ...incident,
    point: near(incident.point, round, demo.county.bounds, random),
    ...earlier(incident, round, demo.from, random),
  })).sort((a, b) => a.reportedAt - b.reportedAt);
  const units = repeat(demo.county.units, size.units, (unit, round) => ({
    ...unit,
    callSign: round === 0 ? unit.callSign : `${unit.callSign}-${round}`,
    start: near(unit.start, round * 8, demo.county.bounds, random),
  }));
  const social = demo.county.grids.filter(({ partition }) => partition === 'SOCIAL');
  const county = { ...demo.county, units };
  return { ...demo, incidents, county: social.length === size.grids ? county : withMesh(county, size.grids) };
}

function repeat(things, count, change) {
  return Array.from({ length: count }, (_, i) =>
    change(things[i % things.length], Math.floor(i / things.length)),
  );
}

function earlier({ reportedAt, occurredAt }, round, from, random) {
  const shift = round === 0 ? 0 : random() * 0.9 * Math.max(0, occurredAt - from);
  return { reportedAt: Math.round(reportedAt - shift), occurredAt: Math.round(occurredAt - shift) };
}

function near([longitude, latitude], distance, [west, south, east, north], random) {
  const within = (value, low, high) => Math.min(high - 1e-4, Math.max(low + 1e-4, value));
  const step = () => (random() - 0.5) * 0.004 * distance;
  return [round(within(longitude + step(), west, east)), round(within(latitude + step(), south, north))];
}

/** Squares over the county's bounds: stripes of communities and of police areas, posts for their share of the grids. */
function withMesh(county, count) {
  const columns = Math.round(Math.sqrt(count * 1.25));
  const rows = Math.ceil(count / columns);
  const [west, south, east, north] = county.bounds;
  const at = (x, y) => [
    round(west + ((east - west) * x) / columns),
    round(south + ((north - south) * y) / rows),
  ];
  const square = (left, bottom, right, top) => [
    [at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(left, bottom)],
  ];
  const parents = (level) => county.divisions.filter((division) => division.level === level);
  const communities = parents('COMMUNITY');
  const areas = parents('POLICE_AREA');
  const numbers = new Map();
  const social = Array.from({ length: columns * rows }, (_, i) => {
    const community = communities[Math.floor(((i % columns) * communities.length) / columns)];
    const number = (numbers.get(community.code) ?? 0) + 1;
    numbers.set(community.code, number);
    const [x, y] = [i % columns, Math.floor(i / columns)];
    return {
      code: community.code + String(number).padStart(3, '0'),
      name: `${community.name}第${String(number).padStart(3, '0')}网格`,
      partition: 'SOCIAL',
      kind: 'BASIC',
      parentCode: community.code,
      boundary: square(x, y, x + 1, y + 1),
      households: 380,
    };
  });
  const police = areas.map((area, i) => ({
    code: `${area.code}01`,
    name: `${area.name}01警格`,
    partition: 'POLICE',
    kind: 'BASIC',
    parentCode: area.code,
    boundary: square((columns * i) / areas.length, 0, (columns * (i + 1)) / areas.length, rows),
    households: 8_000,
  }));
  const share = social.length / county.grids.filter(({ partition }) => partition === 'SOCIAL').length;
  let next = 0;
  const posts = county.posts.map((post) => ({
    ...post,
    gridCodes: Array.from(
      { length: Math.min(social.length, Math.round(post.gridCodes.length * share)) },
      () => social[next++ % social.length].code,
    ),
  }));
  return { ...county, grids: [...social, ...police], posts };
}

const round = (degrees) => Math.round(degrees * 1e7) / 1e7;
