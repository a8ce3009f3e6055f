import { useTranslation } from 'react-i18next';
import { requireAction } from '../../features/run-actions/action-list.js';
import { useActionContext } from '../../features/run-actions/action-context.js';
import { findSide, panelIds, type DockSide, type PanelId } from '../../state/layout.js';
import { useLayoutStore } from '../../state/layout-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { Menu, type MenuAction } from '../../ui/menu.js';
import { showToast } from '../../ui/toast.js';
import { panels } from './panels.js';

/** What can be done with the panel in front: move it, close it, open another one in its dock. */
export function DockMenu({ side, active }: { side: DockSide; active: PanelId }) {
  const { t } = useTranslation();
  const context = useActionContext();
  const { layout, move, close, setLayout } = useLayoutStore();
  const other = side === 'left' ? 'right' : 'left';
  const title = t(`panel.${active}`);
  const closeWithUndo = (): void => {
    close(active);
    showToast({
      text: t('toast.panelClosed', { panel: title }),
      action: { label: t('toast.undo'), onPress: () => setLayout(layout) },
    });
  };
  const closed = panelIds.filter((id) => findSide(layout, id) === null);
  const own: MenuAction[] = [
    {
      id: 'move',
      icon: other === 'left' ? 'dockLeft' : 'dockRight',
      label: t(`dock.moveTo.${other}`, { panel: title }),
      onAction: () => move(active, other),
    },
    ...(active === 'details'
      ? []
      : [
          {
            id: 'close',
            icon: 'close' as const,
            label: t('dock.close', { panel: title }),
            onAction: closeWithUndo,
          },
        ]),
  ];
  const reset = requireAction('resetLayout');
  const rest: MenuAction[] = [
    ...closed.map((id) => ({
      id,
      icon: panels[id].icon,
      label: t('dock.open', { panel: t(`panel.${id}`) }),
      onAction: () => move(id, side),
    })),
    { id: reset.id, icon: reset.icon, label: reset.label(t), onAction: () => reset.run(context) },
  ];
  return (
    <Menu
      label={t('dock.menu', { panel: title })}
      placement={side === 'left' ? 'bottom start' : 'bottom end'}
      trigger={<IconButton icon="more" size="small" label={t('dock.menu', { panel: title })} />}
      groups={[
        { id: 'own', items: own },
        { id: 'rest', label: t('dock.layout'), items: rest },
      ]}
    />
  );
}
