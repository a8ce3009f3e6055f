import { create } from 'zustand';
import type { CoverAddress } from './cover-address.js';
import { defaultVisibility, type OverlayId, type OverlayVisibility, type Partition } from './overlays.js';
import { isSameSelection, type Candidate, type Selection } from './selection.js';
import type { TimeRange } from './time-window.js';
import type { Camera } from './url-state.js';

/** Degrees, [west, south, east, north]. */
export type Bounds = [number, number, number, number];

/** Where the map is asked to go. A new object is a new request, even to the same place. */
export type CameraTarget =
  { kind: 'point'; longitude: number; latitude: number; zoom?: number } | { kind: 'bounds'; bounds: Bounds };

interface ViewState {
  camera: Camera | null;
  bounds: Bounds | null;
  target: CameraTarget | null;
  visible: OverlayVisibility;
  partition: Partition;
  selected: Selection | null;
  /** Everything under the last click, topmost first; empty when the selection came from elsewhere. */
  candidates: Candidate[];
  range: TimeRange;
  /** How much of the map a sheet covers from below, CSS pixels: what is gone to should lie above it. */
  coveredBottom: number;
  /** What the panel of cover and plans adds to the address while it is open. */
  cover: CoverAddress | null;
  setCamera(camera: Camera, bounds: Bounds): void;
  goTo(target: CameraTarget): void;
  toggleOverlay(id: OverlayId): void;
  setVisible(visible: OverlayVisibility): void;
  setPartition(partition: Partition): void;
  select(selected: Selection | null, candidates?: Candidate[]): void;
  setRange(range: TimeRange): void;
  setCoveredBottom(pixels: number): void;
  setCover(cover: CoverAddress | null): void;
}

/** What this screen looks at. Server data never lives here: it has one home, the query cache. */
export const useViewStore = create<ViewState>((set, get) => ({
  camera: null,
  bounds: null,
  target: null,
  visible: defaultVisibility,
  partition: 'SOCIAL',
  selected: null,
  candidates: [],
  range: { preset: '24h' },
  coveredBottom: 0,
  cover: null,
  setCamera: (camera, bounds) => set({ camera, bounds }),
  goTo: (target) => set({ target }),
  toggleOverlay: (id) => set({ visible: { ...get().visible, [id]: !get().visible[id] } }),
  setVisible: (visible) => set({ visible }),
  setPartition: (partition) => set({ partition }),
  select: (selected, candidates = []) => {
    const kept = candidates.some((candidate) => isSameSelection(candidate, selected)) ? candidates : [];
    set({ selected, candidates: kept });
  },
  setRange: (range) => set({ range }),
  setCoveredBottom: (coveredBottom) => set({ coveredBottom }),
  setCover: (cover) => set({ cover }),
}));
