import { useTranslation } from 'react-i18next';
import { requireAction } from '../../features/run-actions/action-list.js';
import { isMac, writeShortcut } from '../../features/run-actions/shortcut.js';
import type { DockSide, PanelId } from '../../state/layout.js';
import { useLayoutStore } from '../../state/layout-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { panels, panelTestIds } from './panels.js';

/** A dock folded away: the signs of its panels, each of which opens it. */
export function DockRail({ side, tabs }: { side: DockSide; tabs: PanelId[] }) {
  const { t } = useTranslation();
  const open = useLayoutStore((state) => state.open);
  const toggle = useLayoutStore((state) => state.toggle);
  const tooltipPlacement = side === 'left' ? 'right' : 'left';
  return (
    <div className="dock-rail" role="toolbar" aria-orientation="vertical" aria-label={t(`dock.${side}`)}>
      <IconButton
        icon={side === 'left' ? 'dockLeft' : 'dockRight'}
        label={t('dock.expand')}
        shortcut={writeShortcut(requireAction(`dock.${side}`).shortcut!, isMac)}
        tooltipPlacement={tooltipPlacement}
        onPress={() => toggle(side)}
      />
      {tabs.map((id) => (
        <IconButton
          key={id}
          icon={panels[id].icon}
          label={t('dock.open', { panel: t(`panel.${id}`) })}
          shortcut={writeShortcut(requireAction(`panel.${id}`).shortcut!, isMac)}
          tooltipPlacement={tooltipPlacement}
          data-testid={`rail-${panelTestIds[id]}`}
          onPress={() => open(id)}
        />
      ))}
    </div>
  );
}
