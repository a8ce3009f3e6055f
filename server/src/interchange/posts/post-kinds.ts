import type { PostKind } from '../../database/prisma/enums.js';

const CHINESE: [RegExp, PostKind][] = [
  [/最小应急|微型消防/, 'SMALLEST_RESPONSE_UNIT'],
  [/群防群治|义警|联防队|巡防队|红袖章|志愿/, 'VOLUNTEER_TEAM'],
  [/县局|市局|分局|公安局/, 'COUNTY_BUREAU'],
  [/派出所/, 'STATION'],
  [/联勤/, 'LIAISON_STATION'],
  [/交警|交巡警/, 'TRAFFIC_SQUADRON'],
  [/项目警务/, 'PROJECT_POST'],
  [/便民|服务点|警务点/, 'SERVICE_POINT'],
  [/警务室/, 'OFFICE'],
  [/综治/, 'GOVERNANCE_CENTRE'],
  [/司法所/, 'JUSTICE_OFFICE'],
  [/法院|法庭/, 'COURT'],
  [/拘留/, 'DETENTION_PLACE'],
];

export const POST_KINDS: readonly PostKind[] = [
  'COUNTY_BUREAU',
  'STATION',
  'OFFICE',
  'LIAISON_STATION',
  'TRAFFIC_SQUADRON',
  'SERVICE_POINT',
  'PROJECT_POST',
  'GOVERNANCE_CENTRE',
  'JUSTICE_OFFICE',
  'COURT',
  'DETENTION_PLACE',
  'SMALLEST_RESPONSE_UNIT',
  'VOLUNTEER_TEAM',
];

/** `liaison-station`, `LIAISON_STATION` or a Chinese term → our kind. */
export function findPostKind(text: string): PostKind | undefined {
  const code = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return POST_KINDS.find((kind) => kind === code) ?? CHINESE.find(([pattern]) => pattern.test(text))?.[1];
}
