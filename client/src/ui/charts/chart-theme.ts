import { getPalette, typeScale, type ThemeName } from '../tokens.js';

/** The tokens a chart draws with. */
export interface ChartTheme {
  text: string;
  muted: string;
  /** Lines of the frame, fainter than any data. */
  hairline: string;
  outline: string;
  surface: string;
  surfaceHover: string;
  accent: string;
  /** Bars that are not the point. */
  quiet: string;
  urgent: string;
  warning: string;
  /** From nothing to most: even steps of lightness, one hue, so that it reads the same without colour. */
  heat: string[];
  font: string;
  /** Sizes in pixels at the reader's text size. */
  caption: number;
  small: number;
  /** How much larger than normal the reader's text is. */
  scale: number;
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A colour between two, `share` of the way from `a` to `b`. */
function mixColours(a: string, b: string, share: number): string {
  const to = channels(b);
  const mixed = channels(a).map((from, i) => Math.round(from + (to[i]! - from) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The tokens of a theme, for charts. */
export function makeChartTheme(theme: ThemeName): ChartTheme {
  const palette = getPalette(theme);
  const root = getComputedStyle(document.documentElement);
  const scale = (parseFloat(root.fontSize) || 16) / 16;
  const strongest = theme === 'dark' ? '#dcedff' : '#072c5c';
  const nothing = palette.surfaceSunken;
  return {
    text: palette.text,
    muted: palette.textMuted,
    hairline: palette.hairline,
    outline: palette.outline,
    surface: palette.surface,
    surfaceHover: palette.surfaceHover,
    accent: palette.accent,
    quiet: mixColours(palette.surface, palette.accent, theme === 'dark' ? 0.62 : 0.55),
    urgent: palette.priority1,
    warning: palette.warning,
    heat: [
      nothing,
      mixColours(nothing, palette.accent, 0.28),
      mixColours(nothing, palette.accent, 0.6),
      palette.accent,
      strongest,
    ],
    font: getComputedStyle(document.body).fontFamily,
    caption: typeScale.caption * scale,
    small: typeScale.small * scale,
    scale,
  };
}
