import { formatCoverAddress, parseCoverAddress, type CoverAddress } from './cover-address.js';
import { defaultVisibility, overlayIds, type OverlayVisibility, type Partition } from './overlays.js';
import { formatReachAddress, parseReachAddress, type ReachAddress } from './reach-address.js';
import { selectableKinds, type Selection } from './selection.js';
import { timePresets, type TimePreset, type TimeRange } from './time-window.js';

/** Where the map looks: degrees WGS84 and a zoom level. */
export interface Camera {
  longitude: number;
  latitude: number;
  zoom: number;
}

/** Everything about a view that can be shared as an address. Absent = the default. */
export interface UrlState {
  camera?: Camera;
  visible?: OverlayVisibility;
  partition?: Partition;
  selected?: Selection;
  range?: TimeRange;
  cover?: CoverAddress;
  reach?: ReachAddress;
  theme?: 'dark' | 'light';
  language?: 'zh-CN' | 'en';
}

export type SearchParameters = Record<string, string>;

/** Reads an address' search parameters. Anything malformed is dropped, never thrown: links get cut in chats. */
export function parseUrlState(search: Record<string, unknown>): UrlState {
  const text = (key: string): string => (typeof search[key] === 'string' ? (search[key] as string) : '');
  const state: UrlState = {};
  const camera = parseCamera(text('view'));
  if (camera) state.camera = camera;
  if (typeof search.layers === 'string') state.visible = parseLayers(text('layers'));
  if (text('grids') === 'police') state.partition = 'POLICE';
  const selected = parseSelection(text('selected'));
  if (selected) state.selected = selected;
  const range = parseRange(text('time'));
  if (range) state.range = range;
  const cover = parseCoverAddress(search);
  if (cover) state.cover = cover;
  const reach = parseReachAddress(search);
  if (reach.request || reach.place) state.reach = reach;
  const theme = text('theme');
  if (theme === 'dark' || theme === 'light') state.theme = theme;
  const language = text('lang');
  if (language === 'zh-CN' || language === 'en') state.language = language;
  return state;
}

/** Writes the search parameters of a view; defaults are left out, so that plain views have plain addresses. */
export function formatUrlState(state: UrlState): SearchParameters {
  const search: SearchParameters = {};
  const { camera, visible, selected, range } = state;
  if (camera) {
    search.view = `${camera.zoom.toFixed(2)}/${camera.latitude.toFixed(5)}/${camera.longitude.toFixed(5)}`;
  }
  if (visible && overlayIds.some((id) => visible[id] !== defaultVisibility[id])) {
    search.layers = overlayIds.filter((id) => visible[id]).join(',');
  }
  if (state.partition === 'POLICE') search.grids = 'police';
  if (selected) search.selected = `${selected.kind}:${selected.id}`;
  if (range && 'from' in range) search.time = `${range.from}~${range.to}`;
  else if (range && range.preset !== '24h') search.time = range.preset;
  if (state.cover) Object.assign(search, formatCoverAddress(state.cover));
  if (state.reach) Object.assign(search, formatReachAddress(state.reach));
  if (state.theme) search.theme = state.theme;
  if (state.language) search.lang = state.language;
  return search;
}

function parseCamera(text: string): Camera | undefined {
  const parts = text.split('/');
  if (parts.length !== 3 || parts.some((part) => part.trim() === '')) return undefined;
  const [zoom, latitude, longitude] = parts.map(Number) as [number, number, number];
  const inRange = zoom >= 0 && zoom <= 24 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return inRange ? { longitude, latitude, zoom } : undefined;
}

function parseLayers(text: string): OverlayVisibility {
  const on = new Set(text.split(','));
  return Object.fromEntries(overlayIds.map((id) => [id, on.has(id)])) as OverlayVisibility;
}

function parseSelection(text: string): Selection | undefined {
  const colon = text.indexOf(':');
  const kind = selectableKinds.find((each) => each === text.slice(0, colon));
  const id = text.slice(colon + 1);
  return kind && id && id.length <= 200 ? { kind, id } : undefined;
}

function parseRange(text: string): TimeRange | undefined {
  if (timePresets.includes(text as TimePreset)) return { preset: text as TimePreset };
  const [from, to] = text.split('~');
  if (!from || !to) return undefined;
  const start = Date.parse(from);
  const end = Date.parse(to);
  return start < end ? { from: new Date(start).toISOString(), to: new Date(end).toISOString() } : undefined;
}
