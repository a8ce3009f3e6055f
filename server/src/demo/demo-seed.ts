/** The demo county is the same on every machine: all its chance comes from this number. */
export const DEMO_SEED = 990121;
