import { useCallback, useEffect, useRef, useState } from 'react';
import type { TileSet } from '../../map/style/style-context.js';
import { useConnectionStore } from '../../state/connection-store.js';
import type { TimeWindow } from '../../state/time-window.js';

const layerNames = ['base', 'territory', 'incidents'] as const;
type LayerName = (typeof layerNames)[number];

interface TileSetWithRevision extends TileSet {
  revision: string;
}

export type TileSets = Record<LayerName, TileSetWithRevision>;

/** Tiles are asked for anew at most this often. */
const refreshMilliseconds = 30_000;
const retryMilliseconds = 4000;

async function fetchTileSet(layer: LayerName): Promise<TileSetWithRevision> {
  const response = await fetch(`/tiles/${layer}.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${layer}: ${response.status}`);
  const json = (await response.json()) as Partial<TileSetWithRevision>;
  return {
    tiles: (json.tiles ?? []).map((template) => decodeTemplate(new URL(template, location.origin).href)),
    minzoom: json.minzoom ?? 0,
    maxzoom: json.maxzoom ?? 14,
    revision: String(json.revision ?? ''),
    ...(json.bounds && { bounds: json.bounds }),
    ...(json.attribution && { attribution: json.attribution }),
  };
}

/** `URL` escapes the braces of a template. */
function decodeTemplate(url: string): string {
  return url.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

export interface TileSetsState {
  tileSets: TileSets | null;
  /** When the incident tiles were last known to be of the present, epoch milliseconds of the server. */
  incidentsAsOf: number;
  hasFailed: boolean;
  retry(): void;
}

/** Where the tiles are and which revision; asked again after changes, so that tiles follow within half a minute. */
export function useTileSets(): TileSetsState {
  const [state, setState] = useState<{
    tileSets: TileSets | null;
    incidentsAsOf: number;
    hasFailed: boolean;
  }>({
    tileSets: null,
    incidentsAsOf: 0,
    hasFailed: false,
  });
  const load = useCallback(async (names: readonly LayerName[]): Promise<boolean> => {
    const asOf = Date.now() + useConnectionStore.getState().clockOffset;
    try {
      const loaded = await Promise.all(names.map(async (name) => [name, await fetchTileSet(name)] as const));
      const fresh = Object.fromEntries(loaded) as Partial<TileSets>;
      setState((before) => ({
        tileSets: { ...before.tileSets, ...fresh } as TileSets,
        incidentsAsOf: fresh.incidents ? asOf : before.incidentsAsOf,
        hasFailed: false,
      }));
      return true;
    } catch {
      setState((before) => ({ ...before, hasFailed: true }));
      return false;
    }
  }, []);
  const isReady = state.tileSets !== null;
  useEffect(() => {
    if (isReady) return;
    void load(layerNames);
    const timer = setInterval(() => void load(layerNames), retryMilliseconds);
    return () => clearInterval(timer);
  }, [isReady, load]);
  useRefresh(
    isReady,
    ({ incidentChanges }) => incidentChanges,
    () => load(['incidents']),
  );
  useRefresh(
    isReady,
    ({ boundaryChanges }) => boundaryChanges,
    () => load(['territory', 'incidents']),
  );
  return { ...state, retry: () => void load(layerNames) };
}

/** Calls `refresh` when a change counter has moved, at once the first time and then at most every half minute. */
function useRefresh(
  isReady: boolean,
  getCount: (state: ReturnType<typeof useConnectionStore.getState>) => number,
  refresh: () => Promise<boolean>,
): void {
  const count = useConnectionStore(getCount);
  const done = useRef(count);
  const last = useRef(0);
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    if (!isReady || count === done.current) return;
    const wait = Math.max(0, last.current + refreshMilliseconds - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      void latest.current().then((isDone) => {
        if (isDone) done.current = count;
      });
    }, wait);
    return () => clearTimeout(timer);
  }, [isReady, count]);
}

/** The incident tiles of a time window, at a revision that the browser may cache by. */
export function withWindow(tileSet: TileSetWithRevision, window: TimeWindow): TileSet {
  const tiles = tileSet.tiles.map((template) => {
    const [path, search = ''] = template.split('?');
    const parameters = new URLSearchParams(search);
    parameters.set('from', window.from);
    if (window.to) parameters.set('to', window.to);
    else parameters.delete('to');
    parameters.set('rev', tileSet.revision);
    return `${path}?${parameters.toString()}`;
  });
  return { ...tileSet, tiles };
}

/** Tiles of a revision: the parameter only separates what caches keep. */
export function withRevision(tileSet: TileSetWithRevision): TileSet {
  if (!tileSet.revision) return tileSet;
  const tiles = tileSet.tiles.map((template) =>
    /[?&]rev=/.test(template)
      ? template
      : `${template}${template.includes('?') ? '&' : '?'}rev=${encodeURIComponent(tileSet.revision)}`,
  );
  return { ...tileSet, tiles };
}
