import type { Language } from '../../i18n/index.js';

/** Several words in a row, with the language's own comma. */
export function joinWords(words: readonly string[], language: Language): string {
  return words.join(language === 'en' ? ', ' : '、');
}
