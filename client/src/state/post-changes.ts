import type { ScenarioFragment } from '../graphql/generated/travel/graphql.js';

/** One change to the posts that is being tried: of a post there is, or a new one (without `postId`). */
export type PostChange = ScenarioFragment['changes'][number];

/** As many as the server takes. */
export const mostChanges = 200;

/** Adds a change to the others, so that each post has at most one place, one set of hours, or is closed. */
export function addChange(changes: readonly PostChange[], change: PostChange): PostChange[] {
  if (change.action === 'ADD') return [...changes, change];
  const isReplaced = ({ action, postId }: PostChange): boolean =>
    postId === change.postId &&
    // Who closes a post means neither its new place nor its hours; who moves one wants it open.
    (action === change.action || action === 'CLOSE' || change.action === 'CLOSE');
  const at = changes.findIndex((each) => each.action === change.action && each.postId === change.postId);
  if (at === -1) return [...changes.filter((each) => !isReplaced(each)), change];
  return changes
    .map((each, i) => (i === at ? change : each))
    .filter((each, i) => i === at || !isReplaced(each));
}

/** Whether two lists say the same. */
export function isSameChanges(a: readonly PostChange[], b: readonly PostChange[]): boolean {
  return a.length === b.length && a.every((change, i) => write(change) === write(b[i]!));
}

const letters = { ADD: 'a', MOVE: 'm', CLOSE: 'c', HOURS: 'h' } as const;
/** Longer addresses get cut in chats. */
const longestText = 1500;

/** Changes as part of an address; null when they are too long for one. */
export function formatChanges(changes: readonly PostChange[], longest = longestText): string | null {
  const text = changes.map(write).join('*');
  return text.length <= longest ? text : null;
}

function write(change: PostChange): string {
  const { action, postId, kind, name, longitude, latitude, opensAtMinute, closesAtMinute } = change;
  const degrees = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(6))));
  const place = [degrees(longitude), degrees(latitude)];
  const hours = [opensAtMinute ?? '', closesAtMinute ?? ''];
  const fields = {
    ADD: [kind, clean(name), ...place, ...hours],
    MOVE: [postId, ...place],
    CLOSE: [postId],
    HOURS: [postId, ...hours],
  }[action];
  return [letters[action], ...fields].join('~');
}

const clean = (name: string | null): string => (name ?? '').replace(/[~*]/g, ' ');

/** Reads changes from an address; null for anything that is not wholly theirs: links get cut. */
export function parseChanges(text: string): PostChange[] | null {
  if (text === '') return null;
  const changes = text.split('*').map(read);
  return changes.length <= mostChanges && changes.every((change) => change !== null) ? changes : null;
}

const nothing: Omit<PostChange, 'action'> = {
  postId: null,
  kind: null,
  name: null,
  longitude: null,
  latitude: null,
  opensAtMinute: null,
  closesAtMinute: null,
};

/** A change with what it says; all else is null. */
export function makeChange(action: PostChange['action'], said: Partial<PostChange>): PostChange {
  return { ...nothing, ...said, action };
}

function read(text: string): PostChange | null {
  const [letter, ...fields] = text.split('~');
  const action = (Object.keys(letters) as (keyof typeof letters)[]).find((key) => letters[key] === letter);
  if (action === 'ADD') {
    const [kind, name, longitude, latitude, opens, closes] = fields;
    const place = readPlace(longitude, latitude);
    const hours = readHours(opens, closes);
    if (!kind || !/^[A-Z_]{2,40}$/.test(kind) || !name || !place || !hours) return null;
    return makeChange('ADD', { kind: kind as PostChange['kind'], name, ...place, ...hours });
  }
  const [postId, ...rest] = fields;
  if (!action || !postId || postId.length > 100) return null;
  const place = action === 'MOVE' ? readPlace(rest[0], rest[1]) : {};
  const hours = action === 'HOURS' ? readHours(rest[0], rest[1]) : {};
  return place && hours ? makeChange(action, { postId, ...place, ...hours }) : null;
}

function readPlace(longitude?: string, latitude?: string): { longitude: number; latitude: number } | null {
  if (!longitude || !latitude) return null;
  const place = { longitude: Number(longitude), latitude: Number(latitude) };
  return Math.abs(place.longitude) <= 180 && Math.abs(place.latitude) <= 85 ? place : null;
}

/** Both or neither: a post is open at its hours or always. */
function readHours(
  opens?: string,
  closes?: string,
): { opensAtMinute: number | null; closesAtMinute: number | null } | null {
  if (!opens && !closes) return { opensAtMinute: null, closesAtMinute: null };
  const minutes = [opens, closes].map((text) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : NaN));
  const [opensAtMinute, closesAtMinute] = minutes as [number, number];
  return minutes.every((minute) => minute < 1440) ? { opensAtMinute, closesAtMinute } : null;
}
