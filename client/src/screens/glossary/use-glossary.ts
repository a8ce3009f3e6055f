import i18next from 'i18next';
import { useEffect, useState } from 'react';
import type { Language } from '../../i18n/index.js';

/** The glossary's words stand apart from the other texts: nobody waits for them on the desk. */
const namespace = 'glossary';
const languages: Record<Language, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('../../i18n/zh-CN/glossary.json'),
  en: () => import('../../i18n/en/glossary.json'),
};

interface Wording {
  name: string;
  meaning: string;
}

export interface GlossaryTerm {
  /** Also the anchor of the term in the page's address. */
  id: string;
  words: Record<Language, Wording>;
}

export interface GlossaryGroup {
  id: string;
  terms: GlossaryTerm[];
}

interface GlossaryFile {
  glossary: { term: Record<string, Record<string, Wording>> };
}

/** All terms by group, in the order of the catalogue; null until they are loaded, in both languages. */
export function useGlossary(): GlossaryGroup[] | null {
  const [groups, setGroups] = useState<GlossaryGroup[] | null>(null);
  useEffect(() => {
    void loadGlossary().then(setGroups);
  }, []);
  return groups;
}

async function loadGlossary(): Promise<GlossaryGroup[]> {
  const entries = Object.entries(languages) as [Language, () => Promise<{ default: object }>][];
  await Promise.all(
    entries.map(async ([language, load]) =>
      i18next.addResourceBundle(language, namespace, (await load()).default),
    ),
  );
  const { glossary } = i18next.getResourceBundle('zh-CN', namespace) as GlossaryFile;
  return Object.entries(glossary.term).map(([group, terms]) => ({
    id: group,
    terms: Object.keys(terms).map((id) => ({
      id,
      words: { 'zh-CN': wordingOf('zh-CN', group, id), en: wordingOf('en', group, id) },
    })),
  }));
}

function wordingOf(language: Language, group: string, id: string): Wording {
  const t = i18next.getFixedT(language, namespace);
  return { name: t(`glossary.term.${group}.${id}.name`), meaning: t(`glossary.term.${group}.${id}.meaning`) };
}

/** The groups with only those terms that contain a text, in either language; groups left empty are dropped. */
export function filterGlossary(groups: readonly GlossaryGroup[], text: string): GlossaryGroup[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [...groups];
  const isWanted = ({ words }: GlossaryTerm): boolean =>
    Object.values(words).some(({ name, meaning }) => `${name}\n${meaning}`.toLowerCase().includes(wanted));
  return groups
    .map((group) => ({ ...group, terms: group.terms.filter(isWanted) }))
    .filter(({ terms }) => terms.length > 0);
}
