import i18next, { type TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../i18n/index.js';

/** The samples' words stand apart: they are no part of what is shipped. */
const namespace = 'catalogue';
const languages: Record<Language, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('../../i18n/zh-CN/catalogue.json'),
  en: () => import('../../i18n/en/catalogue.json'),
};

/** The catalogue's words in the language in force; null until they are there. */
export function useTexts(): TFunction | null {
  const { t } = useTranslation(namespace);
  const [areLoaded, setLoaded] = useState(i18next.hasResourceBundle('zh-CN', namespace));
  useEffect(() => {
    const loads = Object.entries(languages).map(async ([language, load]) =>
      i18next.addResourceBundle(language, namespace, (await load()).default, true, true),
    );
    void Promise.all(loads).then(() => setLoaded(true));
  }, []);
  return areLoaded ? (t as TFunction) : null;
}
