import { Refusal } from '../errors.js';
import type { MessageCode } from '../messages/index.js';
import { requirePosition } from '../position.js';
import { requireId } from '../database/statement.js';
import type { Responder } from '../reach/worker/protocol.js';
import type { TravelSettings } from '../streets/streets.types.js';
import type { PostChangeInput } from './cover.inputs.js';
import type { PostChange } from './cover.types.js';

/** A responder, and the post it stands for or sets out from. */
export interface PostResponder extends Responder {
  postId: string;
}

/** Checks what each step needs, and keeps just that. @throws Refusal BAD_USER_INPUT naming the step */
export function checkChanges(inputs: readonly PostChangeInput[]): PostChange[] {
  return inputs.map((input, i) => {
    const number = i + 1;
    const { action, kind = null, name = null } = input;
    const needs = { needsPost: action !== 'ADD', needsPlace: action === 'ADD' || action === 'MOVE' };
    if (needs.needsPost && !input.postId) refuse('changePostMissing', number);
    if (action === 'ADD' && !kind) refuse('changeKindMissing', number);
    const place = needs.needsPlace ? placeOf(input, number) : null;
    const hours = action === 'ADD' || action === 'HOURS' ? hoursOf(input, number) : null;
    return {
      action,
      postId: needs.needsPost ? requireId(input.postId) : null,
      kind: action === 'ADD' ? kind : null,
      name: action === 'ADD' ? name?.trim() || null : null,
      longitude: place?.longitude ?? null,
      latitude: place?.latitude ?? null,
      opensAtMinute: hours?.[0] ?? null,
      closesAtMinute: hours?.[1] ?? null,
    };
  });
}

function placeOf({ longitude, latitude }: PostChangeInput, number: number) {
  if (longitude == null || latitude == null) refuse('changePlaceMissing', number);
  return requirePosition(longitude, latitude);
}

function hoursOf(
  { opensAtMinute: opens, closesAtMinute: closes }: PostChangeInput,
  number: number,
): [number, number] | null {
  if (opens == null && closes == null) return null;
  const isMinute = (minute: number | null | undefined): minute is number =>
    minute != null && minute >= 0 && minute < 1440;
  if (!isMinute(opens) || !isMinute(closes) || opens === closes) refuse('changeHoursMalformed', number);
  return [opens, closes];
}

/**
 * Responders as they would be. A post that moves takes its units along; one that closes leaves them where they are.
 *
 * @throws Refusal BAD_USER_INPUT for a post that is not there, or a kind that answers in no tier
 */
export function applyChanges(
  responders: readonly PostResponder[],
  changes: readonly PostChange[],
  posts: ReadonlySet<string>,
  { tiers }: TravelSettings,
): PostResponder[] {
  let result = [...responders];
  changes.forEach((change, i) => {
    const { action, postId } = change;
    const hasHours = change.opensAtMinute !== null && change.closesAtMinute !== null;
    const open: [number, number] | null = hasHours ? [change.opensAtMinute!, change.closesAtMinute!] : null;
    const place = [change.longitude!, change.latitude!];
    if (action === 'ADD') {
      const tier = tiers.find(({ postKinds }) => postKinds.includes(change.kind!));
      if (!tier) refuse('changeKindNoTier', i + 1);
      const id = `added-${i + 1}`;
      const name = change.name ?? id;
      result.push({ id, postId: id, name, place, profile: tier.profile, tier: tier.tier, open });
      return;
    }
    if (!posts.has(postId!)) refuse('changePostUnknown', i + 1);
    if (action === 'CLOSE') result = result.filter(({ id }) => id !== postId);
    else
      result = result.map((responder) => {
        if (action === 'MOVE' && responder.postId === postId) return { ...responder, place };
        if (action === 'HOURS' && responder.id === postId) return { ...responder, open };
        return responder;
      });
  });
  return result;
}

function refuse(code: MessageCode, number: number): never {
  throw new Refusal('BAD_USER_INPUT', code, { number });
}
