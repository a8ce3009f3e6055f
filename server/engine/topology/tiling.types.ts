/** A grid's id; any text, unique in a tiling. */
export type GridId = string;

/** A place in whole 1e-7° steps: longitude, latitude. */
export type Step = readonly [x: number, y: number];

/**
 * One change of a tiling. Vertices are named by where they are: a coordinate is unique in a tiling, so an edit means the
 * same in the browser, on the server and in a log.
 */
export type TilingEdit =
  /** A border vertex, or a node where several borders meet. */
  | { kind: 'move'; from: Step; to: Step }
  /** A new vertex between two neighbouring vertices of a border. */
  | { kind: 'insert'; a: Step; b: Step; at: Step }
  /** A vertex between two others; a node stays. */
  | { kind: 'delete'; at: Step }
  /** Drops what lies between `from` and `to` on the border that passes `through`. */
  | { kind: 'straighten'; from: Step; through: Step; to: Step }
  /** Replaces that stretch by a path (its ends excluded), such as a street's. */
  | { kind: 'reroute'; from: Step; through: Step; to: Step; path: readonly Step[] }
  /** `into`: left of the line, right of it; one of them may be `grid` itself. */
  | { kind: 'split'; grid: GridId; line: readonly Step[]; into: readonly [left: GridId, right: GridId] }
  /** Grids that touch along a border; `into` is new or one of them. */
  | { kind: 'merge'; grids: readonly GridId[]; into: GridId }
  /** A new grid out of all that a ring covers, or out of those of `from` only. */
  | { kind: 'carve'; ring: readonly Step[]; into: GridId; from?: readonly GridId[] }
  /** Another partition of the same land, such as a districting proposal. */
  | { kind: 'replace'; remove: readonly GridId[]; add: readonly NewGrid[] }
  /** Makes a tiling of a start that is none; only as the first edit. */
  | { kind: 'repair'; toleranceMetres: number };

/** Parts of rings: the first of a part is its shell, the others holes; closed or not, in any direction. */
export interface NewGrid {
  id: GridId;
  parts: readonly (readonly (readonly Step[])[])[];
}

export interface Applied {
  ok: true;
  /** Grids whose border is another now (a vertex more counts), those there before and after. */
  changed: GridId[];
  added: GridId[];
  removed: GridId[];
}

/** Nothing has changed; why, where it is wrong, and which grids are concerned. */
export interface Refused {
  ok: false;
  reason: RefusalReason;
  at: Step | null;
  grids: GridId[];
}

export type RefusalReason =
  /** The split line does not cut the grid in two. */
  | 'LINE_DOES_NOT_CROSS'
  /** It cuts it into more than two. */
  | 'LINE_CROSSES_TWICE'
  | 'LINE_ALONG_BORDER'
  | 'LINE_CROSSES_ITSELF'
  /** Grids to merge have no common border. */
  | 'NOT_TOUCHING'
  /** Borders would change sides, or a vertex would jump over a border. */
  | 'WOULD_FLIP'
  /** A border would cross, touch or run along another. */
  | 'WOULD_CROSS'
  /** A grid would have more pieces than before. */
  | 'WOULD_FALL_APART'
  /** The outer border belongs to the parent. */
  | 'OUTER_BORDER'
  | 'NO_SUCH_VERTEX'
  /** `a` and `b` are no neighbours, or `through` is not between `from` and `to`. */
  | 'NO_SUCH_BORDER'
  /** A vertex where several borders meet cannot be left out. */
  | 'IS_A_NODE'
  | 'NO_SUCH_GRID'
  | 'ID_TAKEN'
  | 'TOO_FEW_VERTICES'
  /** A ring or place outside all grids it may change. */
  | 'OUTSIDE'
  | 'COVERS_A_WHOLE_GRID'
  /** The new partition leaves land of the old one out, covers more, or overlaps itself. */
  | 'NOT_THE_SAME_LAND'
  /** A place that is not in whole steps or not on Earth. */
  | 'NOT_A_PLACE'
  | 'NOT_A_TILING'
  /** `repair` where nothing is to be repaired. */
  | 'IS_A_TILING';

export interface TilingFault {
  kind: 'GAP' | 'OVERLAP' | 'CROSSING' | 'IN_PIECES' | 'UNMATCHED_EDGE' | 'INVALID_RING';
  grids: GridId[];
  at: Step;
  areaSquareMetres: number | null;
}

export interface BorderVertex {
  at: Step;
  /** More than two borders meet here. */
  isNode: boolean;
  /** On the outer border: it stays where it is. */
  isOuter: boolean;
}

export interface NearVertex extends BorderVertex {
  grids: GridId[];
}

/** `at` is the nearest place of the border a–b, in whole steps. */
export interface NearBorder {
  a: Step;
  b: Step;
  at: Step;
  isOuter: boolean;
  grids: GridId[];
}

export interface Neighbour {
  id: GridId;
  /** Length of the common border. */
  metres: number;
}
