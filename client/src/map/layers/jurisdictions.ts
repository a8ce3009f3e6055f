import type { ExpressionSpecification } from 'maplibre-gl';
import type { OverlayId } from '../../state/overlays.js';
import type { Palette } from '../../ui/tokens.js';
import { mapFonts } from '../style/fonts.js';
import { isSelected, lineScale, nameOrCode, scaled } from './expressions.js';
import type { Overlay } from './overlay.js';

interface JurisdictionLook {
  kind: string;
  color: keyof Palette;
  dash: [number, number] | null;
  /** Distance of the band's outer edge from the border, pixels: each kind has its lane, so that three can share a border. */
  lane: number;
}

/** Width of a band, pixels. */
const bandWidth = 5;

/** A jurisdiction as an atlas draws one: a coloured band inside its border, with a thin line on the band's outer edge. */
function jurisdictionOverlay(id: OverlayId, { kind, color, dash, lane }: JurisdictionLook): Overlay {
  const ofKind: ExpressionSpecification = ['==', ['get', 'kind'], kind];
  return {
    id,
    interactive: {},
    tints: ({ palette, selected }) => [
      {
        id: `${id}-fill`,
        type: 'fill',
        source: 'jurisdictions',
        filter: ['all', ofKind, isSelected(selected, 'post')] as ExpressionSpecification,
        paint: { 'fill-color': palette[color], 'fill-opacity': 0.2 },
      },
    ],
    areas: ({ palette, textScale }) => {
      const grow = lineScale(textScale);
      const inset = (pixels: number): ExpressionSpecification => [
        'interpolate',
        ['linear'],
        ['zoom'],
        9,
        scaled(pixels, grow * 0.4),
        13,
        scaled(pixels, grow),
      ];
      return [
        {
          id: `${id}-band`,
          type: 'line',
          source: 'jurisdictions',
          filter: ofKind,
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': palette[color],
            'line-width': inset(bandWidth),
            'line-offset': inset(lane + bandWidth / 2),
            'line-opacity': 0.34,
          },
        },
        {
          id: `${id}-border`,
          type: 'line',
          source: 'jurisdictions',
          filter: ofKind,
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': palette[color],
            'line-width': scaled(1.6, grow),
            'line-offset': inset(lane + 0.8),
            ...(dash && { 'line-dasharray': dash }),
          },
        },
      ];
    },
    points: ({ palette, textScale, isWall }) => [
      {
        id: `${id}-label`,
        type: 'symbol',
        source: 'jurisdictions',
        filter: ofKind,
        minzoom: isWall ? 24 : 12,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 700,
          'text-field': nameOrCode,
          'text-font': mapFonts.regular,
          'text-size': scaled(11.5, textScale),
          'text-letter-spacing': 0.06,
          'text-max-angle': 25,
          'text-padding': 24,
        },
        paint: {
          'text-color': palette[color],
          'text-halo-color': palette.labelHalo,
          'text-halo-width': 1.8,
        },
      },
    ],
    legend: ({ palette }) => [
      {
        label: id,
        swatch: { kind: 'line', color: palette[color], width: 1.6, band: bandWidth, ...(dash && { dash }) },
        count: 'all',
      },
    ],
  };
}

/** Jurisdictions told apart by lane and dash as well as colour. */
export const stationJurisdictionsOverlay = jurisdictionOverlay('stationJurisdictions', {
  kind: 'STATION',
  color: 'jurisdictionStation',
  dash: null,
  lane: 0,
});
export const liaisonJurisdictionsOverlay = jurisdictionOverlay('liaisonJurisdictions', {
  kind: 'LIAISON_STATION',
  color: 'jurisdictionLiaison',
  dash: [4, 2],
  lane: 6,
});
export const squadronJurisdictionsOverlay = jurisdictionOverlay('squadronJurisdictions', {
  kind: 'TRAFFIC_SQUADRON',
  color: 'jurisdictionTraffic',
  dash: [1, 1.6],
  lane: 12,
});
