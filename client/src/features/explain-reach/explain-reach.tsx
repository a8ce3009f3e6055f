import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { TravelSettingsDocument } from '../../graphql/generated/travel/graphql.js';
import { formatDuration, formatShare } from '../../i18n/format.js';
import { useDialogStore } from '../../state/dialog-store.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import './explain-reach.css';
import { LimitPicture } from './limit-picture.js';
import { NetworkFacts } from './network-facts.js';
import { SpeedFacts } from './speed-facts.js';
import { TierFacts } from './tier-facts.js';

export type ExplainedTopic = 'reach' | 'nearest' | 'board';

/** “How is this computed?”: opens in its place, with the settings in force. */
export function ExplainReach({ topic }: { topic: ExplainedTopic }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="explain">
      <button
        type="button"
        className="explain-toggle"
        aria-expanded={isOpen}
        data-testid="explain"
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="help" size="small" />
        {t('explain.title')}
        <Icon name={isOpen ? 'chevronUp' : 'chevron'} size="small" />
      </button>
      {isOpen && <Explanation topic={topic} />}
    </section>
  );
}

function Explanation({ topic }: { topic: ExplainedTopic }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const openDialog = useDialogStore((state) => state.openDialog);
  const [{ data }] = useQuery({ query: TravelSettingsDocument });
  const settings = data?.travelSettings;
  return (
    <div className="explain-body">
      <p>{t(`explain.lead.${topic}`)}</p>
      {settings && topic === 'nearest' && (
        <Part title={t('explain.costTitle')}>
          <p>
            {t('explain.cost', {
              limit: formatDuration(settings.tiers.find(({ units }) => units)?.seconds ?? 180, t),
              share: formatShare(settings.coveredShare, language),
              minutes: settings.handlingMinutes,
            })}
          </p>
        </Part>
      )}
      {settings && topic === 'board' && (
        <Part title={t('explain.tiersTitle')}>
          <TierFacts settings={settings} />
        </Part>
      )}
      <Part title={t('explain.limitTitle')}>
        <LimitPicture />
      </Part>
      {settings && (
        <Part title={t('explain.speedTitle')}>
          <SpeedFacts settings={settings} />
        </Part>
      )}
      <Part title={t('explain.notTitle')}>
        <p>{t('explain.not')}</p>
      </Part>
      <Part title={t('explain.networkTitle')}>
        <NetworkFacts snapMetres={settings?.snapMetres ?? null} />
      </Part>
      <Button size="small" icon="settings" onPress={() => openDialog('travelSettings')}>
        {t('travel.open')}
      </Button>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="explain-part">
      <h4>{title}</h4>
      {children}
    </div>
  );
}
