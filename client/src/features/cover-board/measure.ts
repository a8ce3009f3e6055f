import type { TierNumbersFragment } from '../../graphql/generated/travel/graphql.js';

/** What cover is measured in. */
export const measures = ['households', 'roadMetres', 'riskPoints'] as const;
export type Measure = (typeof measures)[number];

/** How much of a measure a tier covers, and of how much. */
export function readMeasure(tier: TierNumbersFragment, measure: Measure): { part: number; whole: number } {
  return { part: tier[measure], whole: tier[`${measure}Total`] };
}

/** The tiers of a board that match those of another one. */
export function findTier<Tier extends { tier: number }>(
  tiers: readonly Tier[] | undefined,
  tier: number,
): Tier | undefined {
  return tiers?.find((each) => each.tier === tier);
}
