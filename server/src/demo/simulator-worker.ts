/** Moves the demo's units along streets and reports its incidents, through the same API a real feed would use. */
import { randomUUID } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { generateCounty } from './county/generate-county.js';
import { nextIncident } from './county/incidents/generate-incidents.js';
import { createRandom } from './county/random.js';
import { DEMO_SEED } from './demo-seed.js';
import { advance, nearestNode, positionOf, streetNetwork, type Walk } from './street-walk.js';

const { graphqlUrl } = workerData as { graphqlUrl: string };
const MOVE_EVERY_MS = 3000;
/** 220 matters a day would leave a demo still for minutes; a busier quarter of an hour shows it at work. */
const INCIDENT_EVERY_MS = 45_000;
const SPEEDS = { CAR: 8, MOTORBIKE: 7, BICYCLE: 4, FOOT: 1.3 } as const;

interface SimulatedUnit {
  id: string;
  speed: number;
  walk: Walk;
}

async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const response = await fetch(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors[0]!.message);
  return data;
}

const county = generateCounty(DEMO_SEED);
const network = streetNetwork(county.streets);
const random = createRandom(Date.now());

async function loadUnits(): Promise<SimulatedUnit[]> {
  const { units } = await ask<{
    units: {
      edges: {
        node: {
          id: string;
          kind: keyof typeof SPEEDS;
          position: { location: { coordinates: [number, number] } } | null;
        };
      }[];
    };
  }>(
    '{ units(filter: { states: [STANDBY, PATROLLING, EN_ROUTE, RETURNING] }, first: 1000) { edges { node { id kind position { location } } } } }',
  );
  return units.edges.map(({ node }, i) => {
    const from = nearestNode(
      network,
      node.position?.location.coordinates ?? county.units[i % county.units.length]!.start,
    );
    return {
      id: node.id,
      speed: SPEEDS[node.kind],
      walk: { from, to: network.neighbours[from]![0]!.to, along: 0 },
    };
  });
}

async function move(units: SimulatedUnit[]): Promise<void> {
  const recordedAt = new Date().toISOString();
  const input = units.map((unit) => {
    const speed = unit.speed * (0.5 + random.next());
    unit.walk = advance(network, unit.walk, (speed * MOVE_EVERY_MS) / 1000, () => random.next());
    const { place, headingDegrees } = positionOf(network, unit.walk);
    return {
      unitId: unit.id,
      longitude: place[0],
      latitude: place[1],
      recordedAt,
      headingDegrees,
      speedMetresPerSecond: speed,
      simulated: true,
    };
  });
  await ask('mutation ($input: [PositionInput!]!) { reportPositions(input: $input) { accepted } }', {
    input,
  });
}

async function report(): Promise<void> {
  const incident = nextIncident(county, random, Date.now());
  await ask('mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }', {
    input: {
      clientKey: `simulator-${randomUUID()}`,
      kind: incident.kind,
      source: incident.source,
      longitude: incident.point[0],
      latitude: incident.point[1],
      occurredAt: new Date(incident.occurredAt).toISOString(),
      description: incident.description,
      address: incident.address,
      simulated: true,
    },
  });
}

/** Each turn waits for the one before; a failed turn is told and the next one tried. */
async function every(milliseconds: number, turn: () => Promise<void>): Promise<never> {
  for (;;) {
    await turn().catch((error: unknown) => console.error('simulator:', (error as Error).message));
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
}

const units = await loadUnits();
void every(MOVE_EVERY_MS, () => move(units));
void every(INCIDENT_EVERY_MS, report);
