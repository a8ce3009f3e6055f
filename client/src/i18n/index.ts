import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh-CN' | 'en';

type Catalogue = () => Promise<{ default: object }>;

const catalogues: Record<Language, Catalogue> = {
  'zh-CN': () => import('./zh-CN/index.js'),
  en: () => import('./en/index.js'),
};
const deskCatalogues: Record<Language, Catalogue> = {
  'zh-CN': () => import('./zh-CN/desk-texts.js'),
  en: () => import('./en/desk-texts.js'),
};

/** Whether this page shows what only the desk has words for. */
let isDesk = false;

/** Has the desk's own texts loaded along with every language from now on. */
export function includeDeskTexts(): void {
  isDesk = true;
}

/** Loads a language's catalogue and switches the page to it. */
export async function switchLanguage(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      resources: {},
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  }
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const parts = await Promise.all([catalogues[language](), isDesk && deskCatalogues[language]()]);
    const texts = Object.assign({}, ...parts.map((part) => part && part.default)) as object;
    i18next.addResourceBundle(language, 'translation', texts);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
