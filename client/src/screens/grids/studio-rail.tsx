import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { toolKeys } from '../../features/edit-grids/use-studio-keys.js';
import { studioToolIds, useStudioStore, type StudioToolId } from '../../state/studio-store.js';
import { StudioIcon } from './studio-icon.js';

/** A hairline before these. */
const groupStarts: readonly StudioToolId[] = ['vertex', 'split'];

/** What the pointer does on the map. */
export function StudioRail() {
  const { t } = useTranslation();
  const tool = useStudioStore((state) => state.tool);
  const setTool = useStudioStore((state) => state.setTool);
  const isEditable = useStudioStore((state) => state.plan?.isEditable === true);
  return (
    <div className="studio-rail" role="toolbar" aria-orientation="vertical" aria-label={t('studio.tools')}>
      {studioToolIds.map((id) => (
        <Fragment key={id}>
          {groupStarts.includes(id) && <hr />}
          <button
            type="button"
            aria-pressed={tool === id}
            disabled={!isEditable && id !== 'select'}
            title={`${t(`studio.toolHint.${id}`)} (${toolKeys[id]})`}
            aria-keyshortcuts={toolKeys[id]}
            data-testid={`tool-${id}`}
            onClick={() => setTool(id)}
          >
            <StudioIcon name={id} />
            <span>{t(`studio.tool.${id}`)}</span>
          </button>
        </Fragment>
      ))}
    </div>
  );
}
