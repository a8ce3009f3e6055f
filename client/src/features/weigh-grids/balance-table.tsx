import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { Change } from './change.js';
import type { PlanBalance } from './weigher.js';

type Row = keyof PlanBalance;

const rows: { id: Row; isShare: boolean; decimals: number; lessIsBetter: boolean | null }[] = [
  { id: 'grids', isShare: false, decimals: 0, lessIsBetter: null },
  { id: 'outOfSize', isShare: false, decimals: 0, lessIsBetter: true },
  { id: 'largestDeviation', isShare: true, decimals: 0, lessIsBetter: true },
  { id: 'coefficientOfVariation', isShare: false, decimals: 3, lessIsBetter: true },
  { id: 'meanCompactness', isShare: false, decimals: 3, lessIsBetter: false },
];

/** How even the grids of the whole plan are, before and after. */
export function BalanceTable({ before, after }: { before: PlanBalance; after: PlanBalance }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  return (
    <section className="effect-grid" data-testid="effect-balance">
      <h3>{t('studio.effect.balance')}</h3>
      <table>
        <EffectHead />
        <tbody>
          {rows.map(({ id, isShare, decimals, lessIsBetter }) => {
            const write = (value: number): string =>
              isShare ? formatShare(value, language) : formatNumber(value, language, decimals);
            return (
              <tr key={id} data-figure={id}>
                <th scope="row">{t(`studio.balance.${id}`)}</th>
                <td>{write(before[id])}</td>
                <td>
                  <b>{write(after[id])}</b>
                </td>
                <Change before={before[id]} after={after[id]} write={write} lessIsBetter={lessIsBetter} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The head of every table of figures; read aloud only, since all are alike. */
export function EffectHead() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="sr-only">{t('studio.effect.figure')}</span>
        </th>
        <th scope="col">{t('studio.effect.before')}</th>
        <th scope="col">{t('studio.effect.after')}</th>
        <th scope="col">{t('studio.effect.change')}</th>
      </tr>
    </thead>
  );
}
