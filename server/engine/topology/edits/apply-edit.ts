import type { TilingEdit } from '../tiling.types.js';
import { carveGrid } from './edit-carve.js';
import { mergeGrids } from './edit-merge.js';
import { replaceGrids } from './edit-replace.js';
import { splitGrid } from './edit-split.js';
import { rerouteStretch, straightenStretch } from './edit-stretch.js';
import { deleteVertex, insertVertex, moveVertex } from './edit-vertices.js';
import type { Pieces, TilingState } from './tiling-state.js';

const AS_BEFORE: Pieces = new Map();

/**
 * Does an edit on the mesh without asking yet whether the tiling holds; returns how many pieces grids may be in then.
 *
 * @throws EditRefusal; what was done until then stands in the mesh's journal
 * @throws Error for a kind that there is not
 */
export function applyEdit(state: TilingState, edit: Exclude<TilingEdit, { kind: 'repair' }>): Pieces {
  switch (edit.kind) {
    case 'split':
      return splitGrid(state, edit);
    case 'merge':
      return mergeGrids(state, edit);
    case 'replace':
      return replaceGrids(state, edit);
    case 'move':
      moveVertex(state, edit);
      break;
    case 'insert':
      insertVertex(state, edit);
      break;
    case 'delete':
      deleteVertex(state, edit);
      break;
    case 'straighten':
      straightenStretch(state, edit);
      break;
    case 'reroute':
      rerouteStretch(state, edit);
      break;
    case 'carve':
      carveGrid(state, edit);
      break;
    default:
      throw new Error(`No such edit: ${String((edit as TilingEdit).kind)}.`);
  }
  return AS_BEFORE;
}
