import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { StreetNetworkDocument } from '../../graphql/generated/travel/graphql.js';
import { formatDateTime, formatDistance, formatNumber, formatShare } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { joinWords } from './join-words.js';

/** Which street network answers: how large, how old, of what, and what is wrong with it. */
export function NetworkFacts({ snapMetres }: { snapMetres: number | null }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const locale = useTimeLocale();
  const [{ data }] = useQuery({ query: StreetNetworkDocument, requestPolicy: 'cache-and-network' });
  if (!data) return null;
  const network = data.streetNetwork;
  if (!network) return <p>{t('reach.noStreets')}</p>;
  const number = (value: number): string => formatNumber(value, language);
  const { pieces, largestPieceShare, turnRestrictions, demandUnplaced } = network;
  return (
    <>
      <p>
        {t('explain.network', {
          length: formatDistance(network.roadMetres, t, language),
          segments: number(network.segments),
          junctions: number(network.junctions),
          sources: joinWords(network.sources, language),
          at: formatDateTime(network.builtAt, locale),
          version: network.version.slice(0, 8),
        })}
      </p>
      <p>
        {turnRestrictions > 0
          ? t('explain.restrictions', { count: turnRestrictions, value: number(turnRestrictions) })
          : t('explain.noRestrictions')}
      </p>
      {pieces > 1 && (
        <p>
          {t('explain.pieces', {
            count: pieces,
            value: number(pieces),
            share: formatShare(largestPieceShare, language),
          })}
        </p>
      )}
      {snapMetres !== null && <p>{t('explain.snap', { metres: number(snapMetres) })}</p>}
      {demandUnplaced > 0 && (
        <p>{t('explain.unplaced', { count: demandUnplaced, value: number(demandUnplaced) })}</p>
      )}
      {network.state === 'BUILDING' && <p className="explain-warning">{t('explain.building')}</p>}
      {network.state === 'FAILED' && (
        <p className="explain-warning">{t('explain.buildFailed', { problem: network.problem ?? '' })}</p>
      )}
    </>
  );
}
