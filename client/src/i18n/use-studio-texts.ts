import i18next from 'i18next';
import { useEffect, useState } from 'react';
import type { Language } from './index.js';

/** The studio's words stand apart from the other texts: nobody waits for them on the desk. */
const namespace = 'studio';
const catalogues: Record<Language, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('./zh-CN/studio-texts.js'),
  en: () => import('./en/studio-texts.js'),
};

let areLoaded = false;

async function loadTexts(): Promise<void> {
  await Promise.all(
    Object.entries(catalogues).map(async ([language, load]) =>
      i18next.addResourceBundle(language, namespace, (await load()).default),
    ),
  );
  // A key that the other texts have no words for is looked for here, so that `t` is the same everywhere.
  i18next.options.fallbackNS = namespace;
  areLoaded = true;
}

/** Whether the studio's texts are there, in both languages; asks for them the first time. */
export function useStudioTexts(): boolean {
  const [isReady, setIsReady] = useState(areLoaded);
  useEffect(() => {
    if (!areLoaded) void loadTexts().then(() => setIsReady(true));
  }, []);
  return isReady;
}
