import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import '../../ui/styles/button.css';
import { Section } from '../cover-board/section.js';
import type { OpenedPlan } from './use-plan.js';

const files = ['geojson', 'zip', 'csv'] as const;

/** The plan as files, and as a sheet to be signed. */
export function PlanExports({ plan }: { plan: OpenedPlan }) {
  const { t } = useTranslation();
  return (
    <Section title={t('plans.export.title')} note={t('plans.export.note')}>
      <div className="cover-buttons">
        <a
          className="ui-button"
          data-variant="plain"
          data-size="small"
          href={`/grids/print?plan=${plan.id}`}
          target="_blank"
          rel="noreferrer"
          data-testid="plan-print"
        >
          <Icon name="print" size="small" />
          <span className="ui-button-text">{t('plans.export.print')}</span>
        </a>
        {files.map((kind) => (
          <a
            key={kind}
            className="ui-button"
            data-variant="plain"
            data-size="small"
            href={`/plans/${plan.id}/export.${kind}`}
            download
          >
            <Icon name="download" size="small" />
            <span className="ui-button-text">{t(`plans.export.${kind}`)}</span>
          </a>
        ))}
      </div>
    </Section>
  );
}
