import { useEffect, useLayoutEffect } from 'react';
import { usePreferenceStore } from '../../state/preference-store.js';

/** Screens this many CSS pixels wide are large, not near: text grows with them, and all that is measured in it. */
const steps: [width: number, percent: number][] = [
  [6000, 225],
  [4500, 175],
  [3200, 135],
  [2400, 115],
];

/** Keeps the page at the chosen density, and its text in proportion to a very wide screen. */
export function useDeskScale(): void {
  const density = usePreferenceStore((state) => state.density);
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  useEffect(() => {
    const root = document.documentElement;
    const fit = (): void => {
      const percent = steps.find(([width]) => innerWidth >= width)?.[1];
      root.style.fontSize = percent ? `${percent}%` : '';
    };
    fit();
    addEventListener('resize', fit);
    return () => {
      removeEventListener('resize', fit);
      root.style.fontSize = '';
    };
  }, []);
}
