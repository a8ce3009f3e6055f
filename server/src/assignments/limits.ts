/** As many as the largest county has grids. */
export const MAX_ROWS = 5000;

/** More than any grid has: a figure above is a slip. */
export const MAX_STAFF = 10_000;
export const MAX_HOUSEHOLDS = 1_000_000;
