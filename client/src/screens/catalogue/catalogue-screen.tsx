import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { TFunction } from 'i18next';
import { usePreferenceStore } from '../../state/preference-store.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { ToastRegion } from '../../ui/toast-region.js';
import type { Density } from '../../ui/tokens.js';
import { ControlSamples } from './control-samples.js';
import { RecordSamples } from './record-samples.js';
import { CatalogueContext } from './sample.js';
import { TokenSamples } from './token-samples.js';
import { useTexts } from './use-texts.js';
import './catalogue.css';

const MapSamples = lazy(async () => ({ default: (await import('./map-samples.js')).MapSamples }));
const ChartSamples = lazy(async () => ({ default: (await import('./chart-samples.js')).ChartSamples }));

/** Each part's anchor and the key of its name, in the order of the page. */
const parts = [
  ['colour', 'colour'],
  ['type', 'type'],
  ['space', 'space'],
  ['elevation', 'elevation'],
  ['icons', 'icons'],
  ['button', 'button'],
  ['icon-button', 'iconButton'],
  ['choice', 'choice'],
  ['tabs', 'tabs'],
  ['overlay', 'overlay'],
  ['toast', 'toast'],
  ['splitter', 'splitter'],
  ['progress', 'progress'],
  ['panel', 'panel'],
  ['chip', 'chip'],
  ['figure', 'figure'],
  ['deadline', 'deadline'],
  ['timeline', 'timeline'],
  ['table', 'table'],
  ['histogram', 'histogram'],
  ['state', 'state'],
  ['map', 'map'],
  ['charts', 'charts'],
] as const;

/** Every component in every state, dark beside light; for those who build with them. */
export function CatalogueScreen() {
  const t = useTexts();
  return t ? <Catalogue t={t} /> : <Notice kind="loading" title="…" />;
}

function Catalogue({ t }: { t: TFunction }) {
  const [density, setDensity] = useState<Density>('comfortable');
  const { language, setLanguage } = usePreferenceStore();
  const setting = useMemo(() => ({ t, density }), [t, density]);
  useEffect(() => {
    document.title = t('catalogue.title');
  }, [t]);
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <CatalogueContext value={setting}>
      <div className="catalogue">
        <nav className="catalogue-index" aria-label={t('catalogue.index')}>
          {parts.map(([id, key]) => (
            <a key={id} href={`#${id}`}>
              {t(`catalogue.part.${key}`)}
            </a>
          ))}
        </nav>
        <main className="catalogue-main">
          <header className="catalogue-head">
            <div>
              <h1>{t('catalogue.title')}</h1>
              <p>{t('catalogue.lead')}</p>
            </div>
            <SegmentedControl
              label={t('catalogue.density')}
              value={density}
              onChange={setDensity}
              options={[
                { value: 'compact', label: t('catalogue.densityCompact') },
                { value: 'comfortable', label: t('catalogue.densityComfortable') },
                { value: 'touch', label: t('catalogue.densityTouch') },
              ]}
            />
            <SegmentedControl
              label={t('catalogue.language')}
              value={language}
              onChange={setLanguage}
              options={[
                { value: 'zh-CN', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </header>
          <TokenSamples />
          <ControlSamples />
          <RecordSamples />
          <Suspense fallback={<Notice kind="loading" title={t('catalogue.text.loading')} />}>
            <MapSamples />
            <ChartSamples />
          </Suspense>
        </main>
        <ToastRegion label={t('catalogue.part.toast')} dismissLabel={t('catalogue.text.close')} />
      </div>
    </CatalogueContext>
  );
}
