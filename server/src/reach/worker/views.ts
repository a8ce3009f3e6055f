import { randomUUID } from 'node:crypto';
import type { DrawnStretch as ReachedPart, ShareLists } from '@maplebridge/engine/reach/share-lists';
import type { DrawnStretch } from './draw-tile.js';

/** What a map of an answer shows of each segment. */
export interface View {
  stretchesOf(segment: number): readonly DrawnStretch[];
}

const MOST_VIEWS = 24;

/** Views that tiles can be drawn of, by a key that can't be guessed; the longest unused is given up first. */
export class ViewStore {
  private readonly views = new Map<string, View>();

  open(view: View): string {
    const key = randomUUID();
    this.views.set(key, view);
    for (const oldest of this.views.keys()) {
      if (this.views.size <= MOST_VIEWS) break;
      this.views.delete(oldest);
    }
    return key;
  }

  find(key: string): View | undefined {
    const view = this.views.get(key);
    if (!view) return undefined;
    this.views.delete(key);
    this.views.set(key, view);
    return view;
  }
}

/** Streets by the smallest limit that reaches them, who is first and by how many; what nobody reaches is left out. */
export function reachView(lists: ShareLists<number>): View {
  return {
    stretchesOf: (segment) =>
      lists
        .stretchesOf(segment)
        .filter(({ band }) => band > 0)
        .map(({ from, to, band, owner, count }) => ({
          from,
          to,
          properties: { band, owner, count: Math.min(5, count) },
        })),
  };
}

/** Streets by the first tier that reaches them, 0 where none does; and what the changes gain and lose. */
export function boardView(now: ShareLists, before: ShareLists | null): View {
  return {
    stretchesOf(segment) {
      const parts = now.stretchesOf(segment);
      if (!before) return parts.map(({ from, to, band }) => ({ from, to, properties: { band } }));
      return overlay(parts, before.stretchesOf(segment)).map(({ from, to, is, was }) => {
        const lost = was.reachedBy & ~is.reachedBy;
        const gained = is.reachedBy & ~was.reachedBy;
        const change = lost !== 0 ? 'lost' : gained !== 0 ? 'gained' : null;
        return { from, to, properties: { band: is.band, ...(change ? { change } : {}) } };
      });
    },
  };
}

/** Two lists of parts of one segment, cut where either is. */
function overlay(
  is: readonly ReachedPart[],
  was: readonly ReachedPart[],
): { from: number; to: number; is: ReachedPart; was: ReachedPart }[] {
  const parts: { from: number; to: number; is: ReachedPart; was: ReachedPart }[] = [];
  for (let i = 0, j = 0; i < is.length && j < was.length;) {
    const from = Math.max(is[i]!.from, was[j]!.from);
    const to = Math.min(is[i]!.to, was[j]!.to);
    if (to > from) parts.push({ from, to, is: is[i]!, was: was[j]! });
    if (is[i]!.to <= to) i++;
    else j++;
  }
  return parts;
}
