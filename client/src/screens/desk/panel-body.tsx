import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { walkWithArrows } from '../../features/list-incidents/walk-with-arrows.js';
import type { PanelId } from '../../state/layout.js';
import { Notice } from '../../ui/notice.js';
import { PanelErrorBoundary } from '../error-boundary.js';
import { panels } from './panels.js';

/** A panel's content: one that fails or is still on its way leaves the rest of the desk as it is. */
export function PanelBody({ id }: { id: PanelId }) {
  const { t } = useTranslation();
  const { Body } = panels[id];
  return (
    <div
      className={id === 'layers' ? 'panel-body desk-layers' : 'panel-body'}
      data-panel={id}
      tabIndex={-1}
      onKeyDown={id === 'layers' ? undefined : walkWithArrows}
    >
      <PanelErrorBoundary key={id}>
        <Suspense fallback={<Notice kind="loading" title={t('loading')} />}>
          <Body />
        </Suspense>
      </PanelErrorBoundary>
    </div>
  );
}
