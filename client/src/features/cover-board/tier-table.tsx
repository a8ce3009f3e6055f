import { useTranslation } from 'react-i18next';
import type { CoverReading, TierNumbersFragment } from '../../graphql/generated/travel/graphql.js';
import { findTier, measures, readMeasure, type Measure } from './measure.js';
import './tier-table.css';
import { tierColours, useCoverWords } from './use-cover-words.js';
import { getShare } from './write-numbers.js';

interface TierTableProps {
  caption: string;
  tiers: readonly TierNumbersFragment[];
  /** To compare with: the same tiers without the changes. */
  before?: readonly TierNumbersFragment[] | undefined;
  reading: CoverReading;
  /** The tier whose gaps are shown; with `onSelect` another one can be pressed. */
  selected?: number;
  onSelect?: (tier: number) => void;
  isOld: boolean;
}

/** The three tiers: who answers, and what share of households, streets and risk points that covers. */
export function TierTable({ caption, tiers, before, reading, selected, onSelect, isOld }: TierTableProps) {
  const { t } = useTranslation();
  return (
    <table className="tier-table" data-old={isOld || undefined} aria-busy={isOld}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {measures.map((measure) => (
            <th key={measure} scope="col">
              {t(`cover.measure.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      {tiers.map((tier) => (
        <tbody key={tier.tier} data-selected={tier.tier === selected || undefined}>
          <tr>
            <th scope="rowgroup" colSpan={measures.length}>
              <TierHead
                tier={tier}
                before={findTier(before, tier.tier)}
                reading={reading}
                isSelected={tier.tier === selected}
                {...(onSelect && { onSelect: () => onSelect(tier.tier) })}
              />
            </th>
          </tr>
          <tr>
            {measures.map((measure) => (
              <td key={measure}>
                <Covered measure={measure} tier={tier} before={findTier(before, tier.tier)} />
              </td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  );
}

interface TierProps {
  tier: TierNumbersFragment;
  before: TierNumbersFragment | undefined;
}

function TierHead({
  tier,
  before,
  reading,
  isSelected,
  onSelect,
}: TierProps & { reading: CoverReading; isSelected: boolean; onSelect?: () => void }) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const { responders, closedResponders } = tier;
  const name = (
    <>
      <i className="tier-sign" style={{ background: `var(--${signOf(tier.tier)})` }} aria-hidden="true" />
      {words.tier(tier, reading)}
    </>
  );
  const more = before ? responders - before.responders : 0;
  return (
    <span className="tier-head">
      {onSelect ? (
        <button type="button" className="tier-name" aria-pressed={isSelected} onClick={onSelect}>
          {name}
        </button>
      ) : (
        <span className="tier-name">{name}</span>
      )}
      <span className="tier-forces">
        {t('cover.responders', { count: responders, value: words.number(responders) })}
        {more !== 0 && <b> {more > 0 ? `+${more}` : `−${-more}`}</b>}
        {closedResponders > 0 && t('cover.closed', { count: closedResponders })}
      </span>
    </span>
  );
}

const signOf = (tier: number): string => tierColours[tier - 1]!.replace(/\d/, '-$&');

function Covered({ measure, tier, before }: TierProps & { measure: Measure }) {
  const { t } = useTranslation();
  const words = useCoverWords();
  const { part, whole } = readMeasure(tier, measure);
  const share = getShare(part, whole);
  const former = before && readMeasure(before, measure);
  const formerShare = former ? getShare(former.part, former.whole) : null;
  const write = measure === 'roadMetres' ? words.kilometres : words.number;
  const difference = words.points(formerShare, share);
  return (
    <div className="tier-cell">
      <span className="tier-share">
        <b>{words.share(share)}</b>
        {difference && <Difference text={difference} />}
      </span>
      <span className="tier-track" aria-hidden="true">
        <i style={{ width: `${(share ?? 0) * 100}%`, background: `var(--${signOf(tier.tier)})` }} />
        {former && <i className="tier-former" style={{ left: `${(formerShare ?? 0) * 100}%` }} />}
      </span>
      <span className="tier-counts">
        {whole === 0 ? t('cover.nothingToCover') : `${write(part)} / ${write(whole)}`}
        {former && part !== former.part && (
          <span className="sr-only">{t('cover.formerly', { value: write(former.part) })}</span>
        )}
      </span>
    </div>
  );
}

/** A signed difference in percentage points: its sign says which way, its colour only faster. */
export function Difference({ text }: { text: string }) {
  return (
    <span className="difference" data-good={text.startsWith('+')}>
      {text}
    </span>
  );
}
