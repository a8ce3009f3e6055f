import { describe, expect, it } from 'vitest';
import { generateCounty } from '../generate-county.js';
import { createRandom } from '../random.js';
import { CATALOGUE } from './catalogue.js';
import { generateIncidents, incidentsPerHour, nextIncident } from './generate-incidents.js';
import { CALLS_BY_THREE_HOURS, KIND_SHARES, SOURCE_SHARES } from './shares.js';

const DAY = 86_400_000;
const to = Date.UTC(2026, 10, 20, 3);
const from = to - 91 * DAY;
const county = generateCounty();
const incidents = generateIncidents(county, { seed: 7, from, to });
const local = (instant: number): Date => new Date(instant + 8 * 3_600_000);
const share = (part: number, whole: number): number => (100 * part) / whole;

describe('incidents of the demo county', () => {
  it('come at about 220 a day, in order, with the sources of the domain', () => {
    expect(incidents.length / 91).toBeGreaterThan(210);
    expect(incidents.length / 91).toBeLessThan(230);
    expect(
      incidents.every((incident, i) => i === 0 || incidents[i - 1]!.reportedAt <= incident.reportedAt),
    ).toBe(true);
    for (const [source, percent] of Object.entries(SOURCE_SHARES)) {
      expect(
        Math.abs(
          share(incidents.filter((incident) => incident.source === source).length, incidents.length) -
            percent,
        ),
      ).toBeLessThan(1.2);
    }
  });

  it.each(['CALL_110', 'HOTLINE_12345', 'GRID_REPORT'] as const)(
    '%s have the kinds of the domain',
    (source) => {
      const own = incidents.filter((incident) => incident.source === source);
      for (const [kind, percent] of Object.entries(KIND_SHARES[source])) {
        expect(
          Math.abs(share(own.filter((incident) => incident.kind === kind).length, own.length) - percent),
        ).toBeLessThan(2.2);
      }
    },
  );

  it('follow the rhythm of day and week', () => {
    const calls = incidents.filter((incident) => incident.source === 'CALL_110');
    CALLS_BY_THREE_HOURS.forEach((percent, block) => {
      const hits = calls.filter(
        (incident) => Math.floor(local(incident.reportedAt).getUTCHours() / 3) === block,
      );
      expect(Math.abs(share(hits.length, calls.length) - percent)).toBeLessThan(2);
    });
    const onDays = (days: number[]): number =>
      calls.filter((incident) => days.includes(local(incident.reportedAt).getUTCDay())).length / days.length;
    expect(onDays([5, 6]) / onDays([0, 1, 2, 3, 4])).toBeGreaterThan(1.12);
    const reports = incidents.filter((incident) => incident.source === 'GRID_REPORT');
    const office = reports.filter(({ reportedAt }) => {
      const at = local(reportedAt);
      const hour = at.getUTCHours() + at.getUTCMinutes() / 60;
      return at.getUTCDay() % 6 !== 0 && hour >= 8.5 && hour < 17.5;
    });
    expect(share(office.length, reports.length)).toBeGreaterThan(85);
    const traffic = calls
      .filter((incident) => incident.kind === 'TRAFFIC_DAMAGE')
      .map(({ reportedAt }) => local(reportedAt).getUTCHours());
    const perHour = (hours: number[]): number =>
      traffic.filter((hour) => hours.includes(hour)).length / hours.length;
    expect(perHour([8, 17, 18])).toBeGreaterThan(1.5 * perHour([10, 11, 12, 13, 14]));
  });

  it('are closed when old and in progress when fresh', () => {
    const aged = incidents.filter((incident) => incident.reportedAt < to - 10 * DAY);
    expect(new Set(aged.map(({ status }) => status))).toEqual(
      new Set(['CLOSED', 'MERGED', 'CANCELLED', 'REOPENED']),
    );
    expect(share(aged.filter(({ status }) => status === 'CLOSED').length, aged.length)).toBeGreaterThan(93);
    const fresh = incidents.filter((incident) => incident.reportedAt > to - 3 * 3_600_000);
    expect(fresh.some(({ status }) => status === 'CLOSED')).toBe(false);
  });

  it('repeat at some places more than at others', () => {
    const counts = new Map<string, number>();
    for (const { address } of incidents) counts.set(address, (counts.get(address) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeGreaterThan(15);
    expect(counts.size).toBeGreaterThan(4_000);
  });

  it('say where and what, without anything that names a person', () => {
    for (const { address, description, occurredAt, reportedAt, point } of incidents) {
      expect(address).toMatch(/^(枫城街道|白石镇|云岭乡)/);
      expect(description).not.toMatch(/\d{6,}|[某]|先生|女士/);
      expect(occurredAt).toBeLessThanOrEqual(reportedAt);
      expect(point[0]).toBe(Math.round(point[0] * 1e7) / 1e7);
    }
    for (const shares of Object.values(KIND_SHARES))
      for (const kind of Object.keys(shares)) expect(CATALOGUE[kind]).toBeDefined();
  });

  it('of a day do not depend on the range asked for', () => {
    const week = generateIncidents(county, { seed: 7, from: to - 7 * DAY, to });
    const strip = ({ status, ...rest }: (typeof week)[number]): object => ({
      ...rest,
      status: status.length > 0,
    });
    expect(week.map(strip)).toEqual(
      incidents.filter((incident) => incident.reportedAt >= to - 7 * DAY).map(strip),
    );
  });
});

describe('the next incident', () => {
  it('is the same for the same stream, is reported now and waits', () => {
    const first = nextIncident(county, createRandom(5), to);
    expect(nextIncident(county, createRandom(5), to)).toEqual(first);
    expect(first.reportedAt).toBe(to);
    expect(['AWAITING_DISPATCH', 'AWAITING_ACCEPTANCE']).toContain(first.status);
  });

  it('comes faster in office hours than at night', () => {
    const noon = Date.UTC(2026, 10, 20, 2);
    expect(incidentsPerHour(noon)).toBeGreaterThan(5 * incidentsPerHour(noon + 16 * 3_600_000));
    let day = 0;
    for (let hour = 0; hour < 168; hour++) day += incidentsPerHour(noon + hour * 3_600_000) / 7;
    expect(Math.abs(day - 220)).toBeLessThan(2);
  });
});
