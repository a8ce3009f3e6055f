import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../i18n/index.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import './glossary.css';
import { filterGlossary, useGlossary, type GlossaryGroup, type GlossaryTerm } from './use-glossary.js';

const otherLanguage: Record<Language, Language> = { 'zh-CN': 'en', en: 'zh-CN' };

/** The words of the trade, in both languages, each with an address of its own; made to be printed as well. */
export function GlossaryScreen() {
  const { t } = useTranslation();
  const groups = useGlossary();
  if (!groups) return <Notice kind="loading" title={t('loading')} />;
  return <GlossaryPage groups={groups} />;
}

function GlossaryPage({ groups }: { groups: GlossaryGroup[] }) {
  const { t } = useTranslation('glossary');
  const [text, setText] = useState('');
  const shown = useMemo(() => filterGlossary(groups, text), [groups, text]);
  const count = shown.reduce((sum, { terms }) => sum + terms.length, 0);
  const { hash } = useLocation();
  useEffect(() => {
    document.title = t('glossary.title');
  }, [t]);
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  return (
    <div className="glossary" tabIndex={-1}>
      <header className="glossary-head">
        <Link to="/" search={{}} className="glossary-back">
          {t('glossary.back')}
        </Link>
        <h1>{t('glossary.title')}</h1>
        <p>{t('glossary.lead')}</p>
        <div className="glossary-tools" role="search">
          <input
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={t('glossary.filter')}
            aria-label={t('glossary.filter')}
            data-testid="glossary-filter"
          />
          <span role="status" data-testid="glossary-count">
            {count > 0 ? t('glossary.shown', { count }) : t('glossary.none')}
          </span>
          <Button icon="print" onPress={() => window.print()}>
            {t('glossary.print')}
          </Button>
        </div>
      </header>
      <div className="glossary-body">
        <nav aria-label={t('glossary.groups')}>
          <ul>
            {shown.map(({ id, terms }) => (
              <li key={id}>
                <a href={`#group-${id}`}>
                  {t(`glossary.group.${id}`)} <span className="muted">{terms.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          {shown.map(({ id, terms }) => (
            <section key={id} id={`group-${id}`} aria-labelledby={`title-${id}`}>
              <h2 id={`title-${id}`}>{t(`glossary.group.${id}`)}</h2>
              <dl>
                {terms.map((term) => (
                  <Term key={term.id} term={term} isTarget={term.id === hash} />
                ))}
              </dl>
            </section>
          ))}
        </main>
      </div>
    </div>
  );
}

function Term({ term: { id, words }, isTarget }: { term: GlossaryTerm; isTarget: boolean }) {
  const { t } = useTranslation('glossary');
  const language = usePreferenceStore((state) => state.language);
  const other = otherLanguage[language];
  const { name, meaning } = words[language];
  return (
    <div id={id} className="glossary-term" data-target={isTarget || undefined}>
      <dt>
        <a href={`#${id}`} aria-label={t('glossary.linkTo', { term: name })} className="glossary-anchor">
          #
        </a>
        <b>{name}</b>
        <span lang={other}>{words[other].name}</span>
      </dt>
      <dd>{meaning}</dd>
      <dd lang={other} className="glossary-other">
        {words[other].meaning}
      </dd>
    </div>
  );
}
