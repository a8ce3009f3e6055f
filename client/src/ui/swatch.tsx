import { useMemo } from 'react';
import './swatch.css';

/** A picture of an SVG document of our own, for legends and lists; at the document's own size unless told. */
export function SvgImage({ svg, size }: { svg: string | null; size?: number }) {
  const source = useMemo(
    () => (svg ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` : ''),
    [svg],
  );
  return source ? (
    <img className="svg-image" src={source} {...(size && { width: size, height: size })} alt="" />
  ) : null;
}

/** A picture with a short text in its middle, as the map writes a number into a ring. */
export function LabelledImage({ svg, text, color }: { svg: string; text: string; color: string }) {
  return (
    <span className="labelled-image" aria-hidden="true">
      <SvgImage svg={svg} />
      <span style={{ color }}>{text}</span>
    </span>
  );
}

interface AreaSwatchProps {
  fill: string;
  /** How strongly the fill covers the ground, 0–1. */
  opacity?: number;
  ground?: string;
  edge: string;
}

/** A piece of area, as the map fills it over the ground. */
export function AreaSwatch({ fill, opacity = 1, ground = 'transparent', edge }: AreaSwatchProps) {
  return (
    <span className="area-swatch" style={{ background: ground, borderColor: edge }} aria-hidden="true">
      <span style={{ background: fill, opacity }} />
    </span>
  );
}

/** A piece of patterned area. */
export function PatternSwatch({ svg, ground }: { svg: string; ground: string }) {
  const image = `url("data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}")`;
  return (
    <span
      className="area-swatch"
      style={{ backgroundColor: ground, backgroundImage: image }}
      aria-hidden="true"
    />
  );
}

interface LineSwatchProps {
  color: string;
  width: number;
  dash?: readonly number[];
  /** Width of a band under the line, pixels. */
  band?: number;
  /** Two lines with so much between them, pixels. */
  gap?: number;
}

/** A piece of line, as the map draws it. */
export function LineSwatch({ color, width, dash, band = 0, gap }: LineSwatchProps) {
  const top = band ? 4 : 7;
  const middle = top + (band ? width / 2 : 0);
  const apart = gap === undefined ? 0 : (gap + width) / 2;
  const lines = gap === undefined ? [middle] : [middle - apart, middle + apart];
  return (
    <svg className="line-swatch" width="24" height="14" viewBox="0 0 24 14" aria-hidden="true">
      {band > 0 && (
        <path d={`M0 ${top + band / 2}h24`} stroke={color} strokeWidth={band} strokeOpacity={0.34} />
      )}
      <path
        d={lines.map((y) => `M0 ${y}h24`).join('')}
        fill="none"
        stroke={color}
        strokeWidth={width}
        {...(dash && { strokeDasharray: dash.map((part) => part * width).join(' ') })}
      />
    </svg>
  );
}
