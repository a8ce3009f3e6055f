import type { LegendEntry } from '../../map/layers/overlay.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { AreaSwatch, LabelledImage, LineSwatch, PatternSwatch, SvgImage } from '../../ui/swatch.js';
import type { Palette } from '../../ui/tokens.js';

interface LegendSwatchProps {
  entry: LegendEntry;
  palette: Palette;
  /** Side in pixels; without it, as large as on the map. */
  size?: number;
}

/** The picture of a legend entry. */
export function LegendSwatch({ entry: { swatch }, palette, size }: LegendSwatchProps) {
  switch (swatch.kind) {
    case 'icon': {
      const svg = drawIcon(swatch.icon, palette);
      if (swatch.isPattern) return <PatternSwatch svg={svg} ground={swatch.ground ?? palette.land} />;
      if (swatch.text && !size)
        return <LabelledImage svg={svg} text={swatch.text} color={palette.countInk} />;
      return <SvgImage svg={svg} {...(size && { size })} />;
    }
    case 'area':
      return <AreaSwatch {...swatch} />;
    case 'line':
      return <LineSwatch {...swatch} />;
  }
}
