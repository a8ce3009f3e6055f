import type { FontFacesSpecification } from 'maplibre-gl';

/** Font names used in `text-font`. */
export const mapFonts = { regular: ['Maplebridge Regular'], bold: ['Maplebridge Bold'] };

const familyName = 'Noto Sans SC';
const weights: Record<string, string> = { '400': 'Maplebridge Regular', '600': 'Maplebridge Bold' };

/**
 * The map's `font-faces`, taken from the page's own @font-face rules: the same self-hosted files cut by
 * character range, fetched only when a label needs them and shared with the page through the HTTP cache.
 * MapLibre draws every glyph from them in the browser, so there are no glyph files.
 */
export function collectFontFaces(document: Document): FontFacesSpecification {
  const faces: Record<string, { url: string; 'unicode-range': string[] }[]> = {};
  for (const sheet of document.styleSheets) {
    for (const rule of readRules(sheet)) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const name = weights[rule.style.getPropertyValue('font-weight')];
      const isOurs = rule.style.getPropertyValue('font-family').replace(/["']/g, '') === familyName;
      const source = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (!name || !isOurs || !source) continue;
      const ranges = rule.style.getPropertyValue('unicode-range').split(',');
      const url = new URL(source, sheet.href ?? document.baseURI).href;
      (faces[name] ??= []).push({
        url,
        'unicode-range': ranges.map((range) => range.trim()).filter(Boolean),
      });
    }
  }
  return faces;
}

function readRules(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    // A browser extension's sheet from elsewhere: not ours, not readable.
    return [];
  }
}
