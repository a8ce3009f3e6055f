import { en } from './en.js';
import { zhCN } from './zh-cn.js';

export type MessageCode = keyof typeof zhCN;
export type MessageParameters = Record<string, string | number>;
export type Language = 'zh-CN' | 'en';

const catalogues: Record<Language, Record<MessageCode, string>> = { 'zh-CN': zhCN, en };

/** Words for a message code; `{name}` stands for a parameter. */
export function render(code: MessageCode, parameters: MessageParameters, language: Language): string {
  return catalogues[language][code].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  );
}

/** The best of our languages for an `Accept-Language` header, a `--lang` value or a locale name; Chinese by default. */
export function pickLanguage(wanted: string | undefined): Language {
  for (const part of (wanted ?? '').split(',')) {
    const tag = part.trim().toLowerCase();
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}
