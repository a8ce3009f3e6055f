import type { LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { create } from 'zustand';

/*
 * What the map shows of travel times, and who sets it:
 *   request, place, tab     features/reach-places and features/nearest-units; `request` and `place` are in the address
 *   views.reach             features/reach-places, from the answer to `request`
 *   views.board             features/cover-board
 *   shown                   whoever was opened last; null takes it off the map, the views stay as they are
 *   emphasis                a row that is pointed at: streets of one origin, or reached by at least so many
 *   highlights              a slot per owner; each clears its own when it goes
 */

export type TravelProfile = 'DRIVING' | 'CYCLING' | 'WALKING';

/** A place somebody pointed at, degrees WGS84; no record. */
export interface PickedPlace {
  longitude: number;
  latitude: number;
  name?: string;
}

/** A post or a unit that reach is asked from; the name as far as it is known yet. */
export interface ReachOrigin {
  kind: 'post' | 'unit';
  id: string;
  name?: string;
}

export interface ReachRequest {
  origins: ReachOrigin[];
  points: PickedPlace[];
  /** Seconds, ascending, each once. */
  limits: number[];
  /** null: each origin as it moves (a foot patrol walks, all else drives). */
  profile: TravelProfile | null;
  /** 0–23 on the county's clock; null: the present hour. */
  hour: number | null;
}

/** A place that a search found and no record stands for. */
export interface FoundPlace extends PickedPlace {
  name: string;
  detail: string | null;
  isStreet: boolean;
}

export type ReachViewKind = 'reach' | 'board';

/** Streets coloured by what reaches them. Bands 1… of the tiles are the limits; a board's limits are its tiers'. */
export interface ReachView {
  /** `view` of /tiles/reach. */
  tileView: string;
  /** Seconds, ascending. */
  limits: readonly number[];
  /** Whether streets that nothing reaches are drawn. */
  showsGaps: boolean;
  /** Whether the tiles tell what was gained and lost. */
  hasChanges: boolean;
  /** For the eye, one per limit. */
  areas: readonly { seconds: number; geometry: Polygon | MultiPolygon }[];
}

/** Streets to bring out: those that one origin reaches first, or that at least so many origins reach. */
export type ReachEmphasis = { owner: number } | { atLeast: number };

export interface CandidatePlace extends PickedPlace {
  id: string;
  isChosen: boolean;
}

/** A post as a draft would have it. */
export interface GhostPost extends PickedPlace {
  id: string;
  kind: string;
  change: 'added' | 'moved' | 'closed';
  /** Where it stands today, if it would move. */
  from?: Position;
}

export interface ReachHighlights {
  /** Grids that would lose cover: hatched. */
  lostGridIds: readonly string[];
  /** Along the streets, from a unit to a place. */
  route: LineString | null;
  /** Where reach is asked from. */
  points: readonly PickedPlace[];
  /** Where nearest help is asked for, unless it has a sign of its own. */
  place: PickedPlace | null;
  /** The worst place of a gap. */
  focus: PickedPlace | null;
  candidates: readonly CandidatePlace[];
  ghostPosts: readonly GhostPost[];
  /** Makes the ghost posts ones that can be dragged: hears where one was let go. */
  onGhostMoved: ((id: string, place: PickedPlace) => void) | null;
}

const noHighlights: ReachHighlights = {
  lostGridIds: [],
  route: null,
  points: [],
  place: null,
  focus: null,
  candidates: [],
  ghostPosts: [],
  onGhostMoved: null,
};

interface ReachState {
  request: ReachRequest | null;
  /** Where the panel asks for the nearest help. */
  place: PickedPlace | null;
  /** What the search box found last: marked on the map. */
  found: FoundPlace | null;
  /** Which part of the panel is open. */
  tab: 'reach' | 'nearest';
  views: Record<ReachViewKind, ReachView | null>;
  shown: ReachViewKind | null;
  emphasis: ReachEmphasis | null;
  highlights: ReachHighlights;
  setRequest(request: ReachRequest | null): void;
  setPlace(place: PickedPlace | null): void;
  setFound(found: FoundPlace | null): void;
  setTab(tab: 'reach' | 'nearest'): void;
  setView(kind: ReachViewKind, view: ReachView | null): void;
  show(kind: ReachViewKind | null): void;
  setEmphasis(emphasis: ReachEmphasis | null): void;
  /** Changes the slots given, leaves the others. */
  setHighlights(highlights: Partial<ReachHighlights>): void;
}

/** What of travel times is asked for on this screen and lies on its map. */
export const useReachStore = create<ReachState>((set) => ({
  request: null,
  place: null,
  found: null,
  tab: 'reach',
  views: { reach: null, board: null },
  shown: null,
  emphasis: null,
  highlights: noHighlights,
  setRequest: (request) =>
    set(({ views, shown }) => ({
      request,
      emphasis: null,
      shown: request ? 'reach' : shown === 'reach' ? null : shown,
      ...(!request && { views: { ...views, reach: null } }),
    })),
  setPlace: (place) => set({ place }),
  setFound: (found) => set({ found }),
  setTab: (tab) => set({ tab }),
  setView: (kind, view) => set(({ views }) => ({ views: { ...views, [kind]: view } })),
  show: (shown) => set({ shown, emphasis: null }),
  setEmphasis: (emphasis) => set({ emphasis }),
  setHighlights: (highlights) => set((state) => ({ highlights: { ...state.highlights, ...highlights } })),
}));

/** The view on the map; null when there is none. */
export function getShownView({ views, shown }: Pick<ReachState, 'views' | 'shown'>): ReachView | null {
  return shown && views[shown];
}
