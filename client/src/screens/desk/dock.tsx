import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { requireAction } from '../../features/run-actions/action-list.js';
import { DetailsPanel } from '../../features/inspect/details-panel.js';
import { isMac, writeShortcut } from '../../features/run-actions/shortcut.js';
import {
  getMaximumWidth,
  listTabs,
  minimumDockWidth,
  suggestWidth,
  type DockSide,
  type PanelId,
} from '../../state/layout.js';
import { useLayoutStore } from '../../state/layout-store.js';
import { useScreen } from '../../state/use-screen.js';
import { useViewStore } from '../../state/view-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { Splitter } from '../../ui/splitter.js';
import { DockMenu } from './dock-menu.js';
import { DockRail } from './dock-rail.js';
import './dock.css';
import { PanelBody } from './panel-body.js';
import { panelTestIds } from './panels.js';

interface DockProps {
  side: DockSide;
  /** Panels that stand elsewhere for now. */
  without?: readonly PanelId[];
}

/** One side of the desk: tabs of panels, or a rail of their signs, and details over them. */
export function Dock({ side, without = [] }: DockProps) {
  const { t } = useTranslation();
  const dock = useLayoutStore((state) => state.layout[side]);
  const { width, suggested, maximum } = useDockWidth(side);
  const resize = useLayoutStore((state) => state.resize);
  const hasDetails = useViewStore((state) => state.selected !== null) && dock.panels.includes('details');
  const tabs = listTabs(dock).filter((id) => !without.includes(id));
  if (tabs.length === 0 && !hasDetails) return null;
  const isWide = hasDetails || !dock.isCollapsed;
  const splitter = isWide && (
    <Splitter
      orientation="vertical"
      value={width}
      min={minimumDockWidth}
      max={maximum}
      resetTo={suggested}
      onChange={(next) => resize(side, next === suggested ? null : next)}
      label={t(`dock.resize.${side}`)}
      isReversed={side === 'right'}
    />
  );
  return (
    <>
      {side === 'right' && splitter}
      <section className="dock" data-side={side} data-region={side} aria-label={t(`dock.${side}`)}>
        {dock.isCollapsed && tabs.length > 0 && <DockRail side={side} tabs={tabs} />}
        {isWide && (
          <div className="dock-stack" style={{ width }}>
            {!dock.isCollapsed && tabs.length > 0 && (
              <div className="dock-tabs" inert={hasDetails}>
                <DockTabs side={side} tabs={tabs} active={pickTab(dock.active, tabs)} />
              </div>
            )}
            {hasDetails && (
              <div className="dock-details" data-region="details">
                <DetailsPanel extra={<DockMenu side={side} active="details" />} />
              </div>
            )}
          </div>
        )}
      </section>
      {side === 'left' && splitter}
    </>
  );
}

const pickTab = (active: PanelId | null, tabs: PanelId[]): PanelId =>
  active !== null && tabs.includes(active) ? active : tabs[0]!;

function DockTabs({ side, tabs, active }: { side: DockSide; tabs: PanelId[]; active: PanelId }) {
  const { t } = useTranslation();
  const open = useLayoutStore((state) => state.open);
  const toggle = useLayoutStore((state) => state.toggle);
  const shortcut = requireAction(`dock.${side}`).shortcut!;
  const actions = (
    <div className="dock-actions">
      <DockMenu side={side} active={active} />
      <IconButton
        icon={side === 'left' ? 'dockLeft' : 'dockRight'}
        size="small"
        label={t('dock.collapse')}
        shortcut={writeShortcut(shortcut, isMac)}
        onPress={() => toggle(side)}
      />
    </div>
  );
  if (tabs.length === 1) {
    return (
      <>
        <div className="dock-head">
          <h2>{t(`panel.${active}`)}</h2>
          {actions}
        </div>
        <PanelBody id={active} />
      </>
    );
  }
  return (
    <Tabs className="dock-tabs-inner" selectedKey={active} onSelectionChange={(key) => open(key as PanelId)}>
      <div className="dock-head">
        <TabList className="tab-list" aria-label={t(`dock.${side}`)}>
          {tabs.map((id) => (
            <Tab key={id} id={id} className="tab" data-testid={`tab-${panelTestIds[id]}`}>
              {t(`panel.${id}`)}
            </Tab>
          ))}
        </TabList>
        {actions}
      </div>
      {tabs.map((id) => (
        <TabPanel key={id} id={id} className="tab-panel">
          <PanelBody id={id} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** How wide a dock is now, what would suit it, and what the map can spare. */
function useDockWidth(side: DockSide): { width: number; suggested: number; maximum: number } {
  const screen = useScreen();
  const other = side === 'left' ? 'right' : 'left';
  const own = useLayoutStore((state) => state.layout[side].width);
  const otherDock = useLayoutStore((state) => state.layout[other]);
  const otherWidth =
    otherDock.isCollapsed || listTabs(otherDock).length === 0
      ? 48
      : (otherDock.width ?? suggestWidth(other, screen.width, screen.textScale));
  const suggested = suggestWidth(side, screen.width, screen.textScale);
  const maximum = getMaximumWidth(screen.width, otherWidth);
  return { width: Math.min(Math.max(own ?? suggested, minimumDockWidth), maximum), suggested, maximum };
}
