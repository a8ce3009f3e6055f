import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { walkWithArrows } from '../../features/list-incidents/walk-with-arrows.js';
import type { PanelId } from '../../state/layout.js';
import { Notice } from '../../ui/notice.js';
import { PanelErrorBoundary } from '../error-boundary.js';
import { panels } from './panels.js';

/** Whether the arrow keys go from row to row: elsewhere sliders and fields need them. */
const isList = (id: PanelId): boolean => id !== 'layers' && id !== 'reach' && id !== 'cover';

/** A panel's content: one that fails or is still on its way leaves the rest of the desk as it is. */
export function PanelBody({ id }: { id: PanelId }) {
  const { t } = useTranslation();
  const { Body } = panels[id];
  return (
    <div
      className={id === 'layers' ? 'panel-body desk-layers' : 'panel-body'}
      data-panel={id}
      tabIndex={-1}
      onKeyDown={isList(id) ? walkWithArrows : undefined}
    >
      <PanelErrorBoundary key={id}>
        <Suspense fallback={<Notice kind="loading" title={t('loading')} />}>
          <Body />
        </Suspense>
      </PanelErrorBoundary>
    </div>
  );
}
