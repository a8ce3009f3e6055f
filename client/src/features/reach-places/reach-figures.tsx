import { useTranslation } from 'react-i18next';
import { formatDistance, formatDuration, formatNumber, formatShare } from '../../i18n/format.js';
import { getBandColor } from '../../map/layers/reach.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { LineSwatch } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import type { ReachAnswer } from './use-reach.js';

/** Street, households and risk points within each limit: of all origins together, nothing counted twice. */
export function ReachFigures({ answers }: { answers: readonly ReachAnswer[] }) {
  const { t } = useTranslation();
  const { theme, language } = usePreferenceStore();
  const palette = getPalette(theme);
  return (
    <table className="reach-figures" data-testid="reach-figures">
      <caption className="sr-only">{t('reach.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reach.within')}</th>
          <th scope="col">{t('reach.street')}</th>
          <th scope="col">{t('reach.households')}</th>
          <th scope="col">{t('reach.riskPoints')}</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer, index) => {
          const color = getBandColor(palette, index, answers.length);
          return (
            <tr key={answer.seconds}>
              <th scope="row">
                <LineSwatch color={color} width={5} />
                {formatDuration(answer.seconds, t)}
              </th>
              <Cell
                text={formatDistance(answer.roadMetres, t, language)}
                share={answer.shareOfRoad}
                color={color}
              />
              <Cell
                text={formatNumber(answer.households, language)}
                share={answer.shareOfHouseholds ?? null}
                color={color}
              />
              <Cell
                text={formatNumber(answer.riskPoints, language)}
                share={answer.shareOfRiskPoints ?? null}
                color={color}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** An amount, its share of the county, and that share as a bar. */
function Cell({ text, share, color }: { text: string; share: number | null; color: string }) {
  const language = usePreferenceStore((state) => state.language);
  return (
    <td>
      <span className="reach-figure">
        <b>{text}</b>
        <span>{share === null ? '—' : formatShare(share, language)}</span>
      </span>
      <span className="reach-figure-bar" aria-hidden="true">
        <span style={{ width: `${(share ?? 0) * 100}%`, background: color }} />
      </span>
    </td>
  );
}
