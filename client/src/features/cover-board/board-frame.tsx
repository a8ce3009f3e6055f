import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StreetNetworkStateDocument } from '../../graphql/generated/travel/graphql.js';
import { Banner } from '../../ui/banner.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { NetworkVersion } from './network-version.js';
import { useAnswer, useErrorWords } from './use-answer.js';

/** What every part needs: streets. Says where they are missing, being rebuilt, or could not be. */
export function BoardFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { data, error, retry } = useAnswer(StreetNetworkStateDocument, {}, { refreshMilliseconds: 30_000 });
  const network = data?.streetNetwork;
  if (!data && error) {
    return (
      <Notice kind="error" title={t('cover.error')} action={{ label: t('action.retry'), onPress: retry }}>
        {errorWords(error)}
      </Notice>
    );
  }
  if (!data) return <Skeleton shape="block" label={t('loading')} />;
  if (!network) {
    return (
      <Notice
        kind="empty"
        icon="layers"
        title={t('cover.noStreets')}
        action={{ label: t('action.retry'), onPress: retry }}
      >
        {t('cover.noStreetsHint')}
      </Notice>
    );
  }
  return (
    <>
      {network.state === 'BUILDING' && <Banner tone="accent">{t('cover.building')}</Banner>}
      {network.state === 'FAILED' && (
        <Banner tone="warning">{t('cover.buildFailed', { problem: network.problem ?? '' })}</Banner>
      )}
      <NetworkVersion value={network.version}>{children}</NetworkVersion>
    </>
  );
}
