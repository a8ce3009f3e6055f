import type { Step } from '@maplebridge/engine/topology/tiling.types';
import { isSame } from './steps.js';

/** A line or ring as it is drawn, place by place. */
export interface Drawing {
  places: readonly Step[];
  /** Where the next place would be. */
  next: Step | null;
  isDone: boolean;
}

export type DrawAction =
  | { kind: 'point'; at: Step }
  | { kind: 'move'; at: Step }
  | { kind: 'leave' }
  | { kind: 'back' }
  | { kind: 'finish'; least: number }
  | { kind: 'reopen' };

export const noDrawing: Drawing = { places: [], next: null, isDone: false };

/** What a drawing is after somebody did something; one that is done changes only by being reopened. */
export function draw(drawing: Drawing, action: DrawAction): Drawing {
  const { places, isDone } = drawing;
  if (action.kind === 'reopen') return { ...drawing, isDone: false };
  if (isDone) return drawing;
  switch (action.kind) {
    case 'point': {
      const last = places.at(-1);
      // The second click of a double click says nothing new.
      if (last && isSame(last, action.at)) return drawing;
      return { places: [...places, action.at], next: null, isDone: false };
    }
    case 'move':
      return { ...drawing, next: action.at };
    case 'leave':
      return { ...drawing, next: null };
    case 'back':
      return { ...drawing, places: places.slice(0, -1) };
    case 'finish':
      return places.length < action.least ? drawing : { places, next: null, isDone: true };
  }
}
