import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { create } from 'zustand';
import type { Partition } from './overlays.js';
import { accountKey, readStored, writeStored } from './storage.js';

/** The tabs beside the studio's map. */
export const studioPanelIds = [
  'plans',
  'effect',
  'grids',
  'plan',
  'comments',
  'compare',
  'history',
  'assign',
  'crosswalk',
  'draw',
] as const;
export type StudioPanelId = (typeof studioPanelIds)[number];

/** What the pointer does on the studio's map. */
export const studioToolIds = ['select', 'vertex', 'straighten', 'street', 'split', 'merge', 'carve'] as const;
export type StudioToolId = (typeof studioToolIds)[number];

export type PlanStateName =
  'DRAFT' | 'SUBMITTED' | 'SENT_BACK' | 'PUBLICISED' | 'APPROVED' | 'PUBLISHED' | 'HISTORY' | 'WITHDRAWN';

/** The opened plan, as far as all panels need it. */
export interface StudioPlan {
  id: string;
  number: string;
  name: string;
  partition: Partition;
  state: PlanStateName;
  /** Of the log this browser stands on. */
  version: number;
  isEditable: boolean;
  /** Boundaries in force are no longer those it was begun on. */
  isStale: boolean;
}

/** A grid of the opened plan, or without a plan a grid in force. */
export interface StudioGrid {
  id: string;
  /** Empty until the server has given it one. */
  code: string;
  name: string;
  kind: 'BASIC' | 'DEDICATED';
  parentId: string | null;
  parentName: string | null;
  households: number | null;
  householdsSource: string | null;
  householdsAsOf: string | null;
  isNew: boolean;
  isChanged: boolean;
}

/** One step of the plan's log, undone ones and those not yet saved included. */
export interface StudioEdit {
  key: string;
  label: string;
  by: string | null;
  at: string;
  isUndone: boolean;
  isPending: boolean;
}

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving'; pending: number }
  /** The server does not answer; what is pending is kept in this browser. */
  | { kind: 'offline'; pending: number }
  /** The plan takes no changes any more; what was pending waits for a decision. */
  | { kind: 'held'; pending: number };

/**
 * What lies over the plan for one owner: any features, drawn by their properties. Areas and lines: `tone` ('gained' |
 * 'lost' | 'moved' | 'warning' | 'accent') or colours of their own `fill`, `line`; `opacity` of the fill (0–1),
 * `width` pixels, `isDashed`, `isHot` (drawn stronger), `label`. Points: a dot of that colour with its label.
 */
export type HighlightSlot = 'parcels' | 'focus' | 'crosswalk' | 'proposals' | 'assign' | 'history';

interface StudioState {
  planId: string | null;
  /** Of the plan; without one, chosen. */
  partition: Partition;
  plan: StudioPlan | null;
  /** By id; a new map at every change of the plan but not while something is dragged. */
  grids: ReadonlyMap<string, StudioGrid>;
  /** The boundary as it is at this moment, also while it is dragged; null: no such grid. */
  boundaryOf(id: string): Polygon | MultiPolygon | null;
  /** Grows whenever `boundaryOf` may answer otherwise. */
  revision: number;
  /** Which grids the last change touched; also those that went. */
  touched: readonly string[] | 'all';
  edits: readonly StudioEdit[];
  save: SaveState;
  selectedGridIds: readonly string[];
  /** Brought out on the map beside the selection: what a list points at. */
  hotGridIds: readonly string[];
  tool: StudioToolId;
  panel: StudioPanelId;
  highlights: Partial<Record<HighlightSlot, FeatureCollection>>;
  /** Boundaries of another time, drawn instead of the plan's. */
  asOf: { at: string; grids: FeatureCollection } | null;
  /** What the screen's author signs changes with: a post or role, not a person. Kept in this browser. */
  by: string;
  openPlan(planId: string | null): void;
  setPartition(partition: Partition): void;
  selectGrids(ids: readonly string[]): void;
  setHotGrids(ids: readonly string[]): void;
  setTool(tool: StudioToolId): void;
  setPanel(panel: StudioPanelId): void;
  /** null takes the slot's features away. */
  highlight(slot: HighlightSlot, features: readonly Feature[] | null): void;
  showAsOf(asOf: { at: string; grids: FeatureCollection } | null): void;
  setBy(by: string): void;
  /** Asks for the plan anew: after its state was changed here. Set by the studio. */
  refreshPlan(): void;
}

const byKey = accountKey('studio.by');

const nothing = {
  plan: null,
  grids: new Map<string, StudioGrid>(),
  boundaryOf: () => null,
  touched: 'all' as const,
  edits: [],
  save: { kind: 'saved' } as const,
  selectedGridIds: [],
  hotGridIds: [],
  tool: 'select' as const,
  highlights: {},
  asOf: null,
  refreshPlan: () => undefined,
};

/** What the parts of the boundary studio share. What is in a plan has its home in features/edit-grids, and is shown here. */
export const useStudioStore = create<StudioState>((set, get) => ({
  ...nothing,
  planId: null,
  partition: 'SOCIAL',
  revision: 0,
  panel: 'plans',
  by: String(readStored(byKey) ?? ''),
  openPlan: (planId) => {
    if (planId === get().planId) return;
    set({ ...nothing, revision: get().revision + 1, planId, panel: planId === null ? 'plans' : 'effect' });
  },
  setPartition: (partition) => {
    if (partition !== get().partition) set({ partition, selectedGridIds: [], hotGridIds: [], asOf: null });
  },
  selectGrids: (ids) => {
    const { selectedGridIds: former } = get();
    // The same again is no news.
    if (ids.length !== former.length || ids.some((id, i) => id !== former[i])) set({ selectedGridIds: ids });
  },
  setHotGrids: (hotGridIds) => set({ hotGridIds }),
  setTool: (tool) => set({ tool }),
  setPanel: (panel) => set({ panel }),
  highlight: (slot, features) => {
    const { [slot]: _, ...highlights } = get().highlights;
    set({
      highlights: features
        ? { ...highlights, [slot]: { type: 'FeatureCollection', features: [...features] } }
        : highlights,
    });
  },
  showAsOf: (asOf) => set({ asOf }),
  setBy: (by) => {
    writeStored(byKey, by);
    set({ by });
  },
}));
