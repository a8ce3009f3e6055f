import { describe, expect, it } from 'vitest';
import { defaultVisibility } from '../state/overlays.js';
import { getPalette } from '../ui/tokens.js';
import { incidentsToFeatures, selectLiveIncidents } from './features/incidents-to-features.js';
import { findAnchor, riskPointsToFeatures } from './features/risk-points-to-features.js';
import { unitsToFeatures } from './features/units-to-features.js';
import { overlays } from './layers/index.js';
import { fitScaleBar } from './scale-bar.js';
import { buildStyle } from './style/build-style.js';
import { drawIcon } from './style/icons/draw-icon.js';
import { sampleContext as context } from './style/sample-context.js';
import { listStyleChanges } from './style/style-changes.js';

const reach = {
  tiles: ['http://localhost/tiles/reach/{z}/{x}/{y}.mvt?view=one'],
  limits: [60, 180, 300],
  showsGaps: true,
  hasChanges: false,
  emphasis: null,
};
const point = { type: 'Point' as const, coordinates: [119.6, 29.3] };

describe('the style', () => {
  it('changes with everything it depends on without a layer coming or going', () => {
    const before = buildStyle(context, {});
    const allOff = Object.fromEntries(
      Object.keys(defaultVisibility).map((id) => [id, false]),
    ) as typeof defaultVisibility;
    for (const change of [
      { palette: getPalette('light') },
      { visible: allOff },
      { partition: 'POLICE' as const },
      { selected: { kind: 'grid' as const, id: 'g' } },
      { liveIncidentIds: ['1'] },
      { isWall: true, textScale: 5 },
      { lostGridIds: ['g'] },
      { reach },
    ]) {
      expect(listStyleChanges(before, buildStyle({ ...context, ...change }, {}))).not.toHaveLength(0);
    }
    expect(listStyleChanges(before, buildStyle({ ...context }, {}))).toHaveLength(0);
  });

  it('changes the addresses of one source when another view of travel times is shown, and reloads nothing else', () => {
    const other = { ...reach, tiles: [reach.tiles[0]!.replace('one', 'other')] };
    const changes = listStyleChanges(
      buildStyle({ ...context, reach }, {}),
      buildStyle({ ...context, reach: other }, {}),
    );
    expect(changes).toEqual([{ kind: 'tiles', sourceId: 'reach', tiles: other.tiles }]);
  });

  it('asks for nothing outside and has unique layer ids', () => {
    const style = buildStyle(context, {});
    const ids = style.layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
  });

  it('names only layers that exist as answering to the pointer', () => {
    const ids = new Set(buildStyle(context, {}).layers.map(({ id }) => id));
    for (const overlay of overlays)
      for (const id of Object.keys(overlay.interactive)) expect(ids).toContain(id);
  });

  it('has a drawable icon for every legend entry, at every zoom', () => {
    for (const overlay of overlays) {
      for (const zoom of [8, 11, 13, 16]) {
        for (const { swatch } of overlay.legend(context, zoom)) {
          if ('icon' in swatch) expect(drawIcon(swatch.icon, context.palette)).toMatch(/^<svg/);
        }
      }
    }
  });
});

describe('an icon', () => {
  it('is drawn for every id, a plain dot for what is not known', () => {
    for (const id of [
      '',
      'nonsense',
      'post:NEW_KIND@20',
      'incident:NEW:9:later@16',
      'count:x:y@z',
      'risk',
      'unit:X:Y@0',
      'ghost:NEW:other@20',
      'place@24',
      'hatch:lost@12',
    ])
      expect(drawIcon(id, context.palette)).toMatch(/^<svg[^>]+width="[1-9]\d*"/);
  });

  it('shows any urgent share in a ring, and no more than the whole ring', () => {
    const arcs = (id: string): number => drawIcon(id, context.palette).split('stroke-dasharray').length - 1;
    expect([arcs('count:0:0@24'), arcs('count:1:0@24'), arcs('count:1:8@24'), arcs('count:8:8@24')]).toEqual([
      0, 1, 2, 1,
    ]);
  });
});

describe('projections', () => {
  it('leave out what has no place and keep null names away from expressions', () => {
    const incidents = [
      {
        id: '1',
        kind: 'NOISE',
        kindInfo: { category: 'DISPUTE' },
        priority: 3,
        reportedAt: '2026-11-22T06:00:00Z',
        location: point,
      },
      {
        id: '2',
        kind: 'NOISE',
        kindInfo: { category: 'DISPUTE' },
        priority: 3,
        reportedAt: '2026-11-22T06:00:00Z',
        location: null,
      },
    ];
    expect(incidentsToFeatures(incidents).features.map(({ properties }) => properties?.id)).toEqual(['1']);
    expect(selectLiveIncidents(incidents, Date.parse('2026-11-22T06:00:01Z'))).toEqual([]);
    const [sign] = riskPointsToFeatures([
      { id: 'r', kind: 'LPG', level: 'RED', name: null, location: point },
    ]).features;
    expect(sign?.properties).not.toHaveProperty('name');
  });

  it('give a stretch or an area both a shape and a sign', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    };
    const parts = riskPointsToFeatures([
      { id: 'r', kind: 'ACCIDENT_SPOT', level: 'RED', location: line },
    ]).features;
    expect(parts.map(({ properties }) => properties?.part)).toEqual(['extent', 'sign']);
    expect(findAnchor(line)).toEqual([1, 1]);
    expect(findAnchor({ type: 'Polygon', coordinates: [] })).toBeNull();
  });

  it('mark a position older than a minute as stale, and skip positions of unknown units', () => {
    const unit = { id: 'u', callSign: '枫城01', kind: 'CAR', state: 'PATROLLING' };
    const now = Date.parse('2026-11-22T06:01:01Z');
    const at = (unitId: string, recordedAt: string) => ({
      unitId,
      recordedAt,
      location: point,
      headingDegrees: null,
    });
    const look = (recordedAt: string): unknown =>
      unitsToFeatures([unit], [at('u', recordedAt), at('x', recordedAt)], now).features.map(
        ({ properties }) => properties?.look,
      );
    expect(look('2026-11-22T06:00:00Z')).toEqual(['STALE']);
    expect(look('2026-11-22T06:00:30Z')).toEqual(['PATROLLING']);
    const [quiet] = unitsToFeatures(
      [unit],
      [at('u', '2026-11-22T05:58:01Z')],
      now,
      (age) => `${age / 60_000}`,
    ).features;
    expect(quiet?.properties?.quietFor).toBe('3');
  });

  it('fit a round length into a scale bar', () => {
    expect(fitScaleBar(1, 110)).toEqual({ metres: 100, pixels: 100 });
    expect(fitScaleBar(30, 110).metres).toBe(2000);
  });
});
