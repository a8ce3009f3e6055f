/** The panels of the desk, in the order in which they are offered. screens/desk/panels.tsx must cover them all. */
export const panelIds = ['layers', 'incidents', 'inView', 'figures', 'reach', 'cover', 'details'] as const;
export type PanelId = (typeof panelIds)[number];

export type DockSide = 'left' | 'right';
const dockSides: readonly DockSide[] = ['left', 'right'];

/** One side of the desk. `details` stands in the list of its dock, but shows only while something is selected. */
export interface Dock {
  panels: PanelId[];
  /** The tab in front; null when the dock has no tab. */
  active: PanelId | null;
  /** Pixels; null = what suits the screen. */
  width: number | null;
  isCollapsed: boolean;
}

export type Layout = Record<DockSide, Dock>;

/** What a newcomer finds: layers left, lists and details right. */
export const defaultLayout: Layout = {
  left: { panels: ['layers'], active: 'layers', width: null, isCollapsed: false },
  right: {
    panels: ['incidents', 'inView', 'figures', 'reach', 'cover', 'details'],
    active: 'incidents',
    width: null,
    isCollapsed: false,
  },
};

const homeSide: Record<PanelId, DockSide> = {
  layers: 'left',
  incidents: 'right',
  inView: 'right',
  figures: 'right',
  reach: 'right',
  cover: 'right',
  details: 'right',
};

export const minimumDockWidth = 220;
/** The map keeps at least this much between the docks. */
const minimumMapWidth = 320;

/** The tabs of a dock: `details` is none, it lies over them. */
export function listTabs(dock: Dock): PanelId[] {
  return dock.panels.filter((id) => id !== 'details');
}

/** The dock a panel stands in; null for one that was closed. */
export function findSide(layout: Layout, id: PanelId): DockSide | null {
  return dockSides.find((side) => layout[side].panels.includes(id)) ?? null;
}

/** Whether a panel can be read now: its dock is open and its tab in front. */
export function isInFront(layout: Layout, id: PanelId): boolean {
  const side = findSide(layout, id);
  return side !== null && !layout[side].isCollapsed && layout[side].active === id;
}

/** Brings a panel to the front, from wherever it is. */
export function openPanel(layout: Layout, id: PanelId): Layout {
  const side = findSide(layout, id);
  if (side === null) return putPanel(layout, id, homeSide[id]);
  return { ...layout, [side]: { ...layout[side], active: id, isCollapsed: false } };
}

/** Takes a panel off the desk. Details cannot be: they open by themselves. */
export function closePanel(layout: Layout, id: PanelId): Layout {
  const side = findSide(layout, id);
  if (side === null || id === 'details') return layout;
  return { ...layout, [side]: without(layout[side], id) };
}

/** Moves a panel to a dock and brings it to the front there. */
export function movePanel(layout: Layout, id: PanelId, to: DockSide): Layout {
  const from = findSide(layout, id);
  if (from === to) return layout;
  return putPanel(from === null ? layout : { ...layout, [from]: without(layout[from], id) }, id, to);
}

function putPanel(layout: Layout, id: PanelId, side: DockSide): Layout {
  const dock = layout[side];
  const panels = id === 'details' ? [...dock.panels, id] : [...listTabs(dock), id, ...detailsOf(dock)];
  const active = id === 'details' ? dock.active : id;
  return {
    ...layout,
    [side]: { ...dock, panels, active, isCollapsed: id !== 'details' ? false : dock.isCollapsed },
  };
}

const detailsOf = (dock: Dock): PanelId[] => dock.panels.filter((id) => id === 'details');

function without(dock: Dock, id: PanelId): Dock {
  const tabs = listTabs(dock);
  const at = tabs.indexOf(id);
  const panels = dock.panels.filter((each) => each !== id);
  const neighbour = tabs[at + 1] ?? tabs[at - 1] ?? null;
  return { ...dock, panels, active: dock.active === id ? neighbour : dock.active };
}

/** The width that suits a screen: wider docks on wider screens and for larger text, in CSS pixels. */
export function suggestWidth(side: DockSide, screenWidth: number, textScale: number): number {
  const [base, share, most] = side === 'left' ? [264, 0.07, 440] : [388, 0.08, 560];
  const width = base + (screenWidth / textScale - 1440) * share;
  return Math.round(clamp(width, base - 24, most) * textScale);
}

/** The most a dock may take beside the other one. */
export function getMaximumWidth(screenWidth: number, otherWidth: number): number {
  const most = Math.min(screenWidth * 0.5, screenWidth - otherWidth - minimumMapWidth);
  return Math.max(minimumDockWidth, Math.round(most));
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The panels of the desk before layouts were stored with the panels they knew. */
const firstPanels: readonly PanelId[] = ['layers', 'incidents', 'inView', 'figures', 'details'];

/** A layout as it is stored: with the panels there were, so that a later one is told from one that was closed. */
export function toStored(layout: Layout): Layout & { known: readonly PanelId[] } {
  return { ...layout, known: panelIds };
}

/**
 * Reads a stored layout. Storage may hold an older form or anything else: unknown panels are dropped, doubled ones
 * stay where they were first, details always have a dock, and panels younger than the layout stand behind the others.
 */
export function parseLayout(stored: unknown): Layout {
  if (!isRecord(stored) || !isRecord(stored.left) || !isRecord(stored.right)) return defaultLayout;
  const taken = new Set<PanelId>();
  const read = (value: Record<string, unknown>): Dock => {
    const listed: unknown[] = Array.isArray(value.panels) ? value.panels : [];
    const panels = listed.filter((id) => panelIds.includes(id as PanelId)) as PanelId[];
    const own = panels.filter((id) => !taken.has(id) && taken.add(id));
    const tabs: PanelId[] = own.filter((id) => id !== 'details');
    const { active, width, isCollapsed } = value;
    return {
      panels: [...tabs, ...own.filter((id) => id === 'details')],
      active: tabs.includes(active as PanelId) ? (active as PanelId) : (tabs[0] ?? null),
      width: typeof width === 'number' && width >= minimumDockWidth && width <= 4000 ? width : null,
      isCollapsed: isCollapsed === true,
    };
  };
  const layout = { left: read(stored.left), right: read(stored.right) };
  const known: unknown[] = Array.isArray(stored.known) ? stored.known : [...firstPanels];
  const missing = panelIds.filter((id) => !taken.has(id) && (id === 'details' || !known.includes(id)));
  return missing.reduce(addBehind, layout);
}

/** Gives a panel its place at home without bringing it to the front. */
function addBehind(layout: Layout, id: PanelId): Layout {
  const side = homeSide[id];
  const { active, isCollapsed } = layout[side];
  const added = putPanel(layout, id, side);
  return { ...added, [side]: { ...added[side], active: active ?? added[side].active, isCollapsed } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
