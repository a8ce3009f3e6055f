import { useTranslation } from 'react-i18next';
import type { CoverReading, TierNumbersFragment } from '../../graphql/generated/travel/graphql.js';
import { findTier, measures, readMeasure, type Measure } from '../cover-board/measure.js';
import { Difference } from '../cover-board/tier-table.js';
import { useCoverWords } from '../cover-board/use-cover-words.js';
import { getShare } from '../cover-board/write-numbers.js';

interface CompareTableProps {
  before: readonly TierNumbersFragment[];
  after: readonly TierNumbersFragment[];
  reading: CoverReading;
  names: { before: string; after: string };
}

/** Two boards side by side: each tier's forces and what they cover, with the difference. */
export function CompareTable({ before, after, reading, names }: CompareTableProps) {
  const { t } = useTranslation();
  const words = useCoverWords();
  return (
    <div className="compare-frame" tabIndex={0} role="group" aria-label={t('plan.compare.title')}>
      <table className="compare-table">
        <caption className="sr-only">{t('plan.compare.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.compare.what')}</th>
            <th scope="col">{names.before}</th>
            <th scope="col">{names.after}</th>
            <th scope="col">{t('plan.difference')}</th>
          </tr>
        </thead>
        {before.map((tier) => {
          const other = findTier(after, tier.tier);
          return (
            <tbody key={tier.tier}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {words.tier(tier, reading)}
                </th>
              </tr>
              <tr>
                <th scope="row">{t('plan.compare.responders')}</th>
                <td>{words.number(tier.responders)}</td>
                <td>{other ? words.number(other.responders) : '—'}</td>
                <td>{other && <Count difference={other.responders - tier.responders} />}</td>
              </tr>
              {measures.map((measure) => (
                <MeasureRow key={measure} measure={measure} tier={tier} other={other} />
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function Count({ difference }: { difference: number }) {
  if (difference === 0) return '—';
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}

interface MeasureRowProps {
  measure: Measure;
  tier: TierNumbersFragment;
  other: TierNumbersFragment | undefined;
}

function MeasureRow({ measure, tier, other }: MeasureRowProps) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const cells = [tier, other].map((each) => {
    const { part, whole } = each ? readMeasure(each, measure) : { part: 0, whole: 0 };
    return { share: getShare(part, whole), part };
  });
  const write = measure === 'roadMetres' ? words.kilometres : words.number;
  const difference = words.points(cells[0]!.share, cells[1]!.share);
  return (
    <tr>
      <th scope="row">{t(`cover.measure.${measure}`)}</th>
      {cells.map(({ share, part }, i) => (
        <td key={i}>
          <b>{words.share(share)}</b>
          {share !== null && <span>{write(part)}</span>}
        </td>
      ))}
      <td>{difference ? <Difference text={difference} /> : '—'}</td>
    </tr>
  );
}
