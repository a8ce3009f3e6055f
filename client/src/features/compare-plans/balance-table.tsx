import { useTranslation } from 'react-i18next';
import type { PlanBalancePartsFragment } from '../../graphql/generated/studio/graphql.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import './balance-table.css';
import { writeBalance } from './balance.js';
import { Signed } from './signed.js';

interface BalanceTableProps {
  before: PlanBalancePartsFragment;
  after: PlanBalancePartsFragment;
}

/** The whole, before and after. */
export function BalanceTable({ before, after }: BalanceTableProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  return (
    <table className="balance">
      <caption className="sr-only">{t('compared.balance.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compared.balance.figure')}</th>
          <th scope="col">{t('compared.before')}</th>
          <th scope="col">{t('compared.after')}</th>
          <th scope="col">{t('compared.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {writeBalance(before, after, language, t).map((line) => (
          <tr key={line.key}>
            <th scope="row">{t(`compared.balance.${line.key}`)}</th>
            <td>{line.before}</td>
            <td>{line.after}</td>
            <td>
              <Signed text={line.difference} isGood={line.isGood} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
