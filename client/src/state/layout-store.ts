import { create } from 'zustand';
import {
  closePanel,
  defaultLayout,
  movePanel,
  openPanel,
  parseLayout,
  toStored,
  type DockSide,
  type Layout,
  type PanelId,
} from './layout.js';
import { accountKey, readStored, writeStored } from './storage.js';

/** How much of a phone's screen a sheet takes. */
export const sheetHeights = ['low', 'half', 'full'] as const;
export type SheetHeight = (typeof sheetHeights)[number];

interface LayoutState {
  layout: Layout;
  /** On a phone: the panel whose sheet is up. Not kept: a phone begins with its map. */
  sheet: PanelId | null;
  sheetHeight: SheetHeight;
  open(id: PanelId): void;
  close(id: PanelId): void;
  move(id: PanelId, side: DockSide): void;
  resize(side: DockSide, width: number | null): void;
  toggle(side: DockSide): void;
  setLayout(layout: Layout): void;
  reset(): void;
  setSheet(sheet: PanelId | null): void;
  setSheetHeight(height: SheetHeight): void;
}

const storageKey = accountKey('layout');

/** Where this account's panels stand on this machine. */
export const useLayoutStore = create<LayoutState>((set) => {
  const change = (next: (layout: Layout) => Layout): void => set((state) => ({ layout: next(state.layout) }));
  return {
    layout: parseLayout(readStored(storageKey)),
    sheet: null,
    sheetHeight: 'half',
    open: (id) => set((state) => ({ layout: openPanel(state.layout, id), sheet: id })),
    close: (id) => change((layout) => closePanel(layout, id)),
    move: (id, side) => change((layout) => movePanel(layout, id, side)),
    resize: (side, width) => change((layout) => ({ ...layout, [side]: { ...layout[side], width } })),
    toggle: (side) =>
      change((layout) => ({
        ...layout,
        [side]: { ...layout[side], isCollapsed: !layout[side].isCollapsed },
      })),
    setLayout: (layout) => set({ layout }),
    reset: () => set({ layout: defaultLayout }),
    setSheet: (sheet) => set({ sheet }),
    setSheetHeight: (sheetHeight) => set({ sheetHeight }),
  };
});

useLayoutStore.subscribe(({ layout }, former) => {
  if (layout !== former.layout) writeStored(storageKey, toStored(layout));
});
