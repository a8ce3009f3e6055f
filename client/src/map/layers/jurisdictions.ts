import type { ExpressionSpecification } from 'maplibre-gl';
import type { OverlayId } from '../../state/overlays.js';
import type { Palette } from '../../ui/tokens.js';
import { mapFonts } from '../style/fonts.js';
import { isSelected, nameOrCode, scaled } from './expressions.js';
import type { Overlay } from './overlay.js';

function jurisdictionOverlay(
  id: OverlayId,
  kind: string,
  color: keyof Palette,
  dash: number[] | null,
  width: number,
): Overlay {
  const ofKind: ExpressionSpecification = ['==', ['get', 'kind'], kind];
  return {
    id,
    interactive: {},
    areas: ({ palette, selected, textScale }) => [
      {
        id: `${id}-fill`,
        type: 'fill',
        source: 'jurisdictions',
        filter: ofKind,
        paint: {
          'fill-color': palette[color],
          'fill-opacity': ['case', isSelected(selected, 'post'), 0.2, 0.07],
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
          'line-width': scaled(width, Math.max(1, textScale * 0.6)),
          'line-opacity': 0.95,
          ...(dash && { 'line-dasharray': dash }),
        },
      },
    ],
    points: ({ palette, textScale, isWall }) => [
      {
        id: `${id}-label`,
        type: 'symbol',
        source: 'jurisdictions',
        filter: ofKind,
        minzoom: isWall ? 24 : 11,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 600,
          'text-field': nameOrCode,
          'text-font': mapFonts.regular,
          'text-size': scaled(11.5, textScale),
          'text-offset': [0, 0.8],
          'text-max-angle': 25,
          'text-padding': 20,
        },
        paint: { 'text-color': palette[color], 'text-halo-color': palette.labelHalo, 'text-halo-width': 1.4 },
      },
    ],
    legend: ({ palette }) => [
      {
        label: id,
        swatch: { kind: 'line', color: palette[color], width: 2.2, dashed: dash !== null },
        count: 'all',
      },
    ],
  };
}

/** Jurisdictions told apart by dash as well as colour. */
export const stationJurisdictionsOverlay = jurisdictionOverlay(
  'stationJurisdictions',
  'STATION',
  'jurisdictionStation',
  null,
  2.4,
);
export const liaisonJurisdictionsOverlay = jurisdictionOverlay(
  'liaisonJurisdictions',
  'LIAISON_STATION',
  'jurisdictionLiaison',
  [3, 1.6],
  2.2,
);
export const squadronJurisdictionsOverlay = jurisdictionOverlay(
  'squadronJurisdictions',
  'TRAFFIC_SQUADRON',
  'jurisdictionTraffic',
  [0.6, 1.8],
  2.6,
);
