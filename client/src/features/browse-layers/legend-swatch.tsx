import type { LegendEntry } from '../../map/layers/overlay.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { AreaSwatch, CountSwatch, LineSwatch, SvgImage } from '../../ui/swatch.js';
import type { Palette } from '../../ui/tokens.js';

/** The picture of a legend entry. */
export function LegendSwatch({
  entry,
  palette,
  size = 20,
}: {
  entry: LegendEntry;
  palette: Palette;
  size?: number;
}) {
  const { swatch } = entry;
  switch (swatch.kind) {
    case 'icon':
      return <SvgImage svg={drawIcon(swatch.icon, palette)} size={size} />;
    case 'hatch':
      return <SvgImage svg={drawIcon(swatch.icon, palette)} size={size * 0.8} />;
    case 'area':
      return <AreaSwatch fill={swatch.fill} edge={swatch.edge} />;
    case 'line':
      return <LineSwatch color={swatch.color} width={swatch.width} isDashed={swatch.dashed ?? false} />;
    case 'count':
      return <CountSwatch palette={palette} />;
  }
}
