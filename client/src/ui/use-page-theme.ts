import { useLayoutEffect } from 'react';
import { applyPalette, type ThemeName } from './tokens.js';

/** Keeps the page in a theme's colours. */
export function usePageTheme(theme: ThemeName): void {
  useLayoutEffect(() => applyPalette(document.documentElement, theme), [theme]);
}
