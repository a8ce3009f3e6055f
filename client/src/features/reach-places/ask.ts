import { useLayoutStore } from '../../state/layout-store.js';
import {
  useReachStore,
  type PickedPlace,
  type ReachOrigin,
  type ReachRequest,
} from '../../state/reach-store.js';
import { useViewStore } from '../../state/view-store.js';

/** 1, 3 and 5 minutes: how a county judges its forces. */
const usualLimits = [60, 180, 300];

const nothing: ReachRequest = { origins: [], points: [], limits: usualLimits, profile: null, hour: null };

/** What is asked now, or what asking begins with. */
export function getRequest(): ReachRequest {
  return useReachStore.getState().request ?? nothing;
}

/** Brings the panel to the front, over nothing selected. */
function openPanel(tab: 'reach' | 'nearest'): void {
  useReachStore.getState().setTab(tab);
  useViewStore.getState().select(null);
  useLayoutStore.getState().open('reach');
}

/** Asks who is nearest to a place. */
export function askNearest(place: PickedPlace): void {
  useReachStore.getState().setPlace(place);
  openPanel('nearest');
}

type From = { origin: ReachOrigin } | { point: PickedPlace };

/** Asks what is reached from a post, a unit or a place alone, in the limits and by the means asked for last. */
export function askReachFrom(from: From): void {
  setFrom('origin' in from ? [from.origin] : [], 'point' in from ? [from.point] : []);
  openPanel('reach');
}

/** Adds to what reach is asked from; what is there already stays once. */
export function addToReach(from: From): void {
  const { origins, points } = getRequest();
  if ('point' in from) setFrom(origins, [...points, from.point]);
  else setFrom([...origins.filter(({ id }) => id !== from.origin.id), from.origin], points);
}

/** Asks from exactly these; from none of them, asks nothing. */
export function setFrom(origins: ReachOrigin[], points: PickedPlace[]): void {
  const isEmpty = origins.length + points.length === 0;
  useReachStore.getState().setRequest(isEmpty ? null : { ...getRequest(), origins, points });
}
