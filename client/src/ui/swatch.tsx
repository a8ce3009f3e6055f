import { useMemo } from 'react';
import type { Palette } from './tokens.js';
import './swatch.css';

/** A picture of an SVG document of our own, for legends and lists. */
export function SvgImage({ svg, size = 22 }: { svg: string | null; size?: number }) {
  const source = useMemo(
    () => (svg ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` : ''),
    [svg],
  );
  return source ? <img className="svg-image" src={source} width={size} height={size} alt="" /> : null;
}

/** A piece of area, as the map fills it. */
export function AreaSwatch({ fill, edge }: { fill: string; edge: string }) {
  return <span className="area-swatch" style={{ background: fill, borderColor: edge }} aria-hidden="true" />;
}

/** A piece of line, as the map draws it. */
export function LineSwatch({ color, width, isDashed }: { color: string; width: number; isDashed: boolean }) {
  return (
    <svg className="line-swatch" width="24" height="14" viewBox="0 0 24 14" aria-hidden="true">
      <path
        d="M1 7h22"
        fill="none"
        stroke={color}
        strokeWidth={width}
        {...(isDashed && { strokeDasharray: '5 3' })}
      />
    </svg>
  );
}

/** A count in a ring, as the map shows many in one. */
export function CountSwatch({ palette }: { palette: Pick<Palette, 'surface' | 'accent' | 'text'> }) {
  return (
    <span
      className="count-swatch"
      style={{ background: palette.surface, borderColor: palette.accent, color: palette.text }}
      aria-hidden="true"
    >
      12
    </span>
  );
}
