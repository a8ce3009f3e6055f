import type { TFunction } from 'i18next';
import { focusRegion, focusPanel, stepRegion } from '../arrange-panels/focus-region.js';
import { copyShareAddress } from '../share-view/share-address.js';
import { coverParts, useCoverStore } from '../../state/cover-store.js';
import { useDialogStore } from '../../state/dialog-store.js';
import type { DockSide, PanelId } from '../../state/layout.js';
import { useLayoutStore } from '../../state/layout-store.js';
import { overlayIds, type OverlayId } from '../../state/overlays.js';
import { usePreferenceStore, type Density } from '../../state/preference-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { timePresets, type TimePreset } from '../../state/time-window.js';
import { useViewStore } from '../../state/view-store.js';
import type { IconName } from '../../ui/icon.js';
import { showToast } from '../../ui/toast.js';
import type { Action } from './action.js';

const find: Action[] = [
  {
    id: 'palette',
    group: 'find',
    icon: 'search',
    label: (t) => t('command.palette'),
    shortcut: 'Mod+K',
    run: () => useDialogStore.getState().openDialog('palette'),
  },
  {
    id: 'search',
    group: 'find',
    icon: 'search',
    label: (t) => t('command.search'),
    shortcut: '/',
    run: () => focusRegion('search'),
  },
  {
    id: 'copyLink',
    group: 'find',
    icon: 'link',
    label: (t) => t('command.copyLink'),
    words: 'share url 分享 地址',
    shortcut: 'C',
    run: ({ t }) =>
      void copyShareAddress().then((isCopied) =>
        isCopied
          ? showToast({ text: t('toast.linkCopied'), tone: 'success' })
          : showToast({ text: t('toast.linkNotCopied'), tone: 'warning' }),
      ),
  },
];

const panelKeys: Record<PanelId, { icon: IconName; shortcut: string }> = {
  layers: { icon: 'layers', shortcut: 'G L' },
  incidents: { icon: 'list', shortcut: 'G I' },
  inView: { icon: 'eye', shortcut: 'G V' },
  figures: { icon: 'chart', shortcut: 'G F' },
  reach: { icon: 'target', shortcut: 'G R' },
  cover: { icon: 'shield', shortcut: 'G C' },
  details: { icon: 'info', shortcut: 'G D' },
};

const panels: Action[] = [
  ...(Object.entries(panelKeys) as [PanelId, (typeof panelKeys)[PanelId]][]).map(
    ([id, { icon, shortcut }]): Action => ({
      id: `panel.${id}`,
      group: 'panels',
      icon,
      label: (t) => t('command.openPanel', { panel: t(`panel.${id}`) }),
      shortcut,
      run: ({ t }) => {
        if (id === 'details' && !useViewStore.getState().selected) {
          showToast({ text: t('toast.nothingSelected') });
          return;
        }
        if (id !== 'details') useLayoutStore.getState().open(id);
        focusPanel(id);
      },
    }),
  ),
  toggleDock('left', '['),
  toggleDock('right', ']'),
  {
    id: 'resetLayout',
    group: 'panels',
    icon: 'undo',
    label: (t) => t('command.resetLayout'),
    words: 'default 默认',
    run: () => useDialogStore.getState().openDialog('resetLayout'),
  },
  {
    id: 'nextRegion',
    group: 'panels',
    icon: 'target',
    label: (t) => t('command.nextRegion'),
    shortcut: 'F6',
    run: () => stepRegion(1),
  },
  {
    id: 'formerRegion',
    group: 'panels',
    icon: 'target',
    label: (t) => t('command.formerRegion'),
    shortcut: 'Shift+F6',
    run: () => stepRegion(-1),
  },
];

function toggleDock(side: DockSide, shortcut: string): Action {
  return {
    id: `dock.${side}`,
    group: 'panels',
    icon: side === 'left' ? 'dockLeft' : 'dockRight',
    label: (t) => t(`command.toggleDock.${side}`),
    shortcut,
    run: () => useLayoutStore.getState().toggle(side),
  };
}

const reach: Action[] = [
  ...(['reach', 'nearest'] as const).map((tab): Action => ({
    id: `reach.${tab}`,
    group: 'panels',
    icon: tab === 'reach' ? 'target' : 'shield',
    label: (t) => t(`askFor.${tab}`),
    words: 'isochrone travel time nearest units 几分钟 可达 最近 谁最近 出警',
    run: () => {
      useReachStore.getState().setTab(tab);
      useLayoutStore.getState().open('reach');
      focusPanel('reach');
    },
  })),
  {
    id: 'travelSettings',
    group: 'panels',
    icon: 'settings',
    label: (t) => t('travel.open'),
    words: 'speed 速度 高峰 档 时间',
    run: () => useDialogStore.getState().openDialog('travelSettings'),
  },
];

const plans: Action[] = coverParts.map((part): Action => ({
  id: `cover.${part}`,
  group: 'panels',
  icon: ({ board: 'shield', changes: 'edit', siting: 'marker' } as const)[part],
  label: (t) => t(`command.cover.${part}`),
  words: 'cover gaps what-if plan siting 1-3-5 布防 覆盖 缺口 推演 方案 选址',
  run: () => {
    useCoverStore.getState().setPart(part);
    useLayoutStore.getState().open('cover');
    focusPanel('cover');
  },
}));

const layers: Action[] = overlayIds.map((id, index): Action => ({
  id: `layer.${id}`,
  group: 'layers',
  icon: 'layers',
  label: (t) => t('command.toggleLayer', { layer: t(`layer.${id}`) }),
  words: 'show hide 显示 隐藏',
  shortcut: String(index + 1),
  isOn: () => useViewStore.getState().visible[id],
  run: ({ t }) => switchLayer(id, t),
}));

/** By key or by name one does not see the switch: say what happened, and offer the way back. */
function switchLayer(id: OverlayId, t: TFunction): void {
  const { toggleOverlay } = useViewStore.getState();
  toggleOverlay(id);
  const isOn = useViewStore.getState().visible[id];
  showToast({
    text: t(isOn ? 'toast.layerOn' : 'toast.layerOff', { layer: t(`layer.${id}`) }),
    action: {
      label: t('toast.undo'),
      onPress: () => {
        const { visible, setVisible } = useViewStore.getState();
        setVisible({ ...visible, [id]: !isOn });
      },
    },
  });
}

const times: Action[] = timePresets.map((preset: TimePreset): Action => ({
  id: `time.${preset}`,
  group: 'time',
  icon: 'clock',
  label: (t) => t('command.setTime', { range: t(`time.${preset}`) }),
  isOn: () => {
    const { range } = useViewStore.getState();
    return 'preset' in range && range.preset === preset;
  },
  run: () => useViewStore.getState().setRange({ preset }),
}));

const map: Action[] = [
  {
    id: 'map.county',
    group: 'map',
    icon: 'extent',
    label: (t) => t('map.wholeCounty'),
    words: 'home fit 全图',
    shortcut: '0',
    run: ({ countyBounds }) =>
      countyBounds && useViewStore.getState().goTo({ kind: 'bounds', bounds: countyBounds }),
  },
  zoom('zoomIn', 'plus', '+', 1),
  zoom('zoomOut', 'minus', '-', -1),
];

function zoom(name: 'zoomIn' | 'zoomOut', icon: IconName, shortcut: string, step: number): Action {
  return {
    id: `map.${name}`,
    group: 'map',
    icon,
    label: (t) => t(`map.${name}`),
    shortcut,
    run: () => {
      // The map hears these keys itself while it has the focus.
      if (document.activeElement?.classList.contains('maplibregl-canvas')) return;
      const { camera, goTo } = useViewStore.getState();
      if (camera) goTo({ kind: 'point', ...camera, zoom: camera.zoom + step });
    },
  };
}

const look: Action[] = [
  {
    id: 'theme',
    group: 'look',
    icon: 'sun',
    label: (t) => t(`theme.${usePreferenceStore.getState().theme === 'dark' ? 'light' : 'dark'}`),
    words: 'theme dark light 主题 深色 浅色',
    shortcut: 'T',
    run: () => {
      const { theme, setTheme } = usePreferenceStore.getState();
      setTheme(theme === 'dark' ? 'light' : 'dark');
    },
  },
  {
    id: 'language',
    group: 'look',
    icon: 'language',
    // Named in the other language, for whoever reads only that one.
    label: () => (usePreferenceStore.getState().language === 'en' ? '切换为中文' : 'Switch to English'),
    words: 'language 语言 中文 english',
    run: () => {
      const { language, setLanguage } = usePreferenceStore.getState();
      setLanguage(language === 'en' ? 'zh-CN' : 'en');
    },
  },
  density('comfortable'),
  density('compact'),
];

function density(value: Density): Action {
  return {
    id: `density.${value}`,
    group: 'look',
    icon: 'density',
    label: (t) => t(`density.${value}`),
    words: 'density 密度',
    isOn: () => usePreferenceStore.getState().density === value,
    run: () => usePreferenceStore.getState().setDensity(value),
  };
}

const screens: Action[] = [
  {
    id: 'keyboard',
    group: 'screens',
    icon: 'keyboard',
    label: (t) => t('command.keyboard'),
    words: 'help shortcuts 帮助 快捷键',
    shortcut: '?',
    run: () => useDialogStore.getState().openDialog('keyboard'),
  },
  screen('grids', 'grid', 'boundary studio plan draw split merge 网格 调整 划分 边界 方案'),
  screen('glossary', 'book', 'help terms 术语 帮助'),
  screen('print', 'print', 'pdf 图册 导出'),
  screen('wall', 'wall', 'screen 大屏'),
];

function screen(name: 'grids' | 'glossary' | 'print' | 'wall', icon: IconName, words: string): Action {
  return {
    id: `screen.${name}`,
    group: 'screens',
    icon,
    label: (t) => t(`command.${name}`),
    words,
    run: ({ visit }) => visit(`/${name}`),
  };
}

/** Everything that can be done by name or by key. Keyboard map, palette and menus read this one list. */
export const actions: readonly Action[] = [
  ...find,
  ...panels,
  ...reach,
  ...plans,
  ...layers,
  ...times,
  ...map,
  ...look,
  ...screens,
];

/** An action by its id; throws for one that does not exist. */
export function requireAction(id: string): Action {
  const action = actions.find((each) => each.id === id);
  if (!action) throw new Error(`There is no action ${id}.`);
  return action;
}
