import type { FontFacesSpecification, StyleSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import { buildStudioStyle } from '../../../map/style/build-studio-style.js';
import { collectFontFaces } from '../../../map/style/fonts.js';
import { usePreferenceStore } from '../../../state/preference-store.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { getPalette } from '../../../ui/tokens.js';
import { withRevision, type TileSets } from '../../show-map/use-tile-sets.js';

let fontFaces: FontFacesSpecification | undefined;

/** The style of the studio's map for what is chosen. */
export function useStudioStyle(tileSets: TileSets): StyleSpecification {
  const theme = usePreferenceStore((state) => state.theme);
  const language = usePreferenceStore((state) => state.language);
  const partition = useStudioStore((state) => state.partition);
  const isPlan = useStudioStore((state) => state.planId !== null);
  const selectedIds = useStudioStore((state) => state.selectedGridIds);
  const hotIds = useStudioStore((state) => state.hotGridIds);
  const hasAsOf = useStudioStore((state) => state.asOf !== null);
  return useMemo(() => {
    fontFaces ??= collectFontFaces(document);
    return buildStudioStyle(
      {
        palette: getPalette(theme),
        language,
        partition,
        isPlan,
        showsInForce: isPlan || hasAsOf,
        selectedIds,
        hotIds,
        tileSets: { base: withRevision(tileSets.base), territory: withRevision(tileSets.territory) },
        textScale: 1,
        iconScale: 1,
      },
      fontFaces,
    );
  }, [theme, language, partition, isPlan, hasAsOf, selectedIds, hotIds, tileSets]);
}
