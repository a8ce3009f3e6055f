/** An sRGB colour, channels from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];
export type Deficiency = 'protanopia' | 'deuteranopia' | 'tritanopia';

/** Reads `#rrggbb`. Throws on anything else: what is not a plain colour cannot be judged as one. */
export function parseHex(hex: string): Rgb {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex) ?? [];
  if (!red || !green || !blue) throw new Error(`not a colour: ${hex}`);
  return [parseInt(red, 16) / 255, parseInt(green, 16) / 255, parseInt(blue, 16) / 255];
}

const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const toEncoded = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

/** WCAG 2.2 contrast of two colours, 1 to 21. */
export function getContrast(one: string, other: string): number {
  const [dark, light] = [getLuminance(one), getLuminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function getLuminance(hex: string): number {
  const [red, green, blue] = parseHex(hex).map(toLinear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Complete deficiency, from: Machado, Oliveira, Fernandes (2009), IEEE TVCG 15(6), table for severity 1. */
const deficiencies: Record<Deficiency, readonly Rgb[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How a colour looks to who lacks one kind of cone. */
export function simulateDeficiency(colour: Rgb, deficiency: Deficiency): Rgb {
  const [red, green, blue] = colour.map(toLinear) as [number, number, number];
  return deficiencies[deficiency].map(([r, g, b]) =>
    toEncoded(Math.min(1, Math.max(0, r * red + g * green + b * blue))),
  ) as unknown as Rgb;
}

/** CIELAB of an sRGB colour under D65. */
export function toLab(colour: Rgb): [lightness: number, a: number, b: number] {
  const [red, green, blue] = colour.map(toLinear) as [number, number, number];
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

const degrees = (radians: number): number => ((radians * 180) / Math.PI + 360) % 360;
const cosine = (angle: number): number => Math.cos((angle * Math.PI) / 180);
const sine = (angle: number): number => Math.sin((angle * Math.PI) / 180);

/**
 * CIEDE2000 colour difference; 1 is just noticeable side by side. From: Sharma, Wu, Dalal (2005), Color Research &
 * Application 30(1).
 */
export function getColourDifference(
  [l1, a1, b1]: readonly [number, number, number],
  [l2, a2, b2]: readonly [number, number, number],
): number {
  const meanChroma7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(meanChroma7 / (meanChroma7 + 25 ** 7)));
  const [x1, x2] = [(1 + g) * a1, (1 + g) * a2];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const h1 = c1 === 0 ? 0 : degrees(Math.atan2(b1, x1));
  const h2 = c2 === 0 ? 0 : degrees(Math.atan2(b2, x2));
  const isGrey = c1 * c2 === 0;
  let turn = isGrey ? 0 : h2 - h1;
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  let hue = isGrey ? h1 + h2 : (h1 + h2) / 2;
  if (!isGrey && Math.abs(h1 - h2) > 180) hue += h1 + h2 < 360 ? 180 : -180;
  const lightness = (l1 + l2) / 2;
  const chroma = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * cosine(hue - 30) +
    0.24 * cosine(2 * hue) +
    0.32 * cosine(3 * hue + 6) -
    0.2 * cosine(4 * hue - 63);
  const lightnessScale = 1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2);
  const chromaScale = 1 + 0.045 * chroma;
  const hueScale = 1 + 0.015 * chroma * t;
  const rotation =
    -2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) * sine(60 * Math.exp(-(((hue - 275) / 25) ** 2)));
  const dl = (l2 - l1) / lightnessScale;
  const dc = (c2 - c1) / chromaScale;
  const dh = (2 * Math.sqrt(c1 * c2) * sine(turn / 2)) / hueScale;
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
}

/** The smallest difference of two colours over normal sight and every deficiency. */
export function getWorstDifference(one: string, other: string): number {
  const [a, b] = [parseHex(one), parseHex(other)];
  const asSeen = (see: (colour: Rgb) => Rgb): number => getColourDifference(toLab(see(a)), toLab(see(b)));
  return Math.min(
    asSeen((colour) => colour),
    ...(Object.keys(deficiencies) as Deficiency[]).map((deficiency) =>
      asSeen((colour) => simulateDeficiency(colour, deficiency)),
    ),
  );
}
