import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Language } from '../../state/preference-store.js';
import { overlayIds, type OverlayVisibility } from '../../state/overlays.js';
import { getPalette } from '../../ui/tokens.js';
import { buildStyle } from '../style/build-style.js';
import { mapFonts } from '../style/fonts.js';
import type { StyleContext } from '../style/style-context.js';

/** Colours of an atlas page beside those of the print theme. */
export const atlasInk = { own: '#b3261e', ownBand: '#e9968f', tint: '#f7d9a8' };

/** Dashes as on the screen: the smallest areas' borders are broken. */
export const leafDash = [3.5, 1.5];

const nothing = { type: 'FeatureCollection' as const, features: [] };
const allOff = Object.fromEntries(overlayIds.map((id) => [id, false])) as OverlayVisibility;

/** Layers that are set to each page's own grids. */
export const ownLayers = { veil: 'atlas-veil', band: 'atlas-own-band', line: 'atlas-own' };

interface AtlasContext {
  tileSets: StyleContext['tileSets'];
  language: Language;
  fontFaces: FontFacesSpecification;
  /** Of what is drawn on a screen's pixel; more on large paper. */
  scale: number;
}

/**
 * The printed base map with the grids of an atlas over it, from data of its own rather than from tiles: a plan's grids
 * are drawn as those in force are. Sources: `atlas-grids` areas {id}, `atlas-borders` lines {level}, `atlas-names`
 * points {label, kind}, `posts` points {kind, name}.
 */
export function buildAtlasStyle({ tileSets, language, fontFaces, scale }: AtlasContext): StyleSpecification {
  const palette = getPalette('print');
  const style = buildStyle(
    {
      palette,
      language,
      visible: { ...allOff, posts: true },
      partition: 'SOCIAL',
      window: { from: '', to: null },
      nowSeconds: 0,
      selected: null,
      liveIncidentIds: [],
      neverSeenGridIds: [],
      reach: null,
      foundStreet: null,
      lostGridIds: [],
      tileSets,
      marksSimulated: false,
      textScale: scale,
      iconScale: scale,
      isWall: false,
    },
    fontFaces,
  );
  const line = (
    id: string,
    level: string,
    color: string,
    width: number,
    dash?: number[],
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: 'atlas-borders',
    filter: ['==', ['get', 'level'], level],
    layout: { 'line-join': 'round', 'line-cap': dash ? 'butt' : 'round' },
    paint: { 'line-color': color, 'line-width': width * scale, ...(dash && { 'line-dasharray': dash }) },
  });
  const areas: LayerSpecification[] = [
    {
      id: ownLayers.veil,
      type: 'fill',
      source: 'atlas-grids',
      paint: { 'fill-color': '#ffffff', 'fill-opacity': 0.5, 'fill-antialias': false },
    },
    {
      id: ownLayers.band,
      type: 'line',
      source: 'atlas-grids',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': atlasInk.ownBand,
        'line-width': 7 * scale,
        'line-offset': 3.5 * scale,
        'line-opacity': 0.55,
      },
    },
    line('atlas-border-leaf', 'leaf', palette.gridSocial, 1.2, leafDash),
    line('atlas-border-parent', 'parent', palette.upperBorder, 2),
    line('atlas-border-outer', 'outer', palette.upperBorder, 3),
    {
      id: ownLayers.line,
      type: 'line',
      source: 'atlas-grids',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': atlasInk.own, 'line-width': 2.4 * scale },
    },
  ];
  const label = (kind: 'own' | 'grid' | 'parent', pixels: number): LayerSpecification => ({
    id: `atlas-label-${kind}`,
    type: 'symbol',
    source: 'atlas-names',
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'text-field': ['get', 'label'],
      'text-font': kind === 'grid' ? mapFonts.regular : mapFonts.bold,
      'text-size': pixels * scale,
      'text-max-width': 9,
      'text-padding': 2,
      ...(kind === 'own'
        ? { 'text-allow-overlap': true }
        : { 'text-variable-anchor': ['center', 'top', 'bottom'], 'text-radial-offset': 0.6 }),
    },
    paint: {
      'text-color': kind === 'own' ? atlasInk.own : palette.labelStrong,
      'text-halo-color': palette.labelHalo,
      'text-halo-width': 2 * scale,
    },
  });
  const names = style.layers.findIndex(({ id }) => id.startsWith('base-label'));
  return {
    ...style,
    sources: {
      ...style.sources,
      'atlas-grids': { type: 'geojson', data: nothing, buffer: 256 },
      'atlas-borders': { type: 'geojson', data: nothing, buffer: 64 },
      'atlas-names': { type: 'geojson', data: nothing },
    },
    layers: [
      ...style.layers.slice(0, names),
      ...areas,
      ...style.layers.slice(names),
      label('grid', 11.5),
      label('parent', 13),
      label('own', 15),
    ],
  };
}
