import type { IconName } from './icon.js';

/** What a state means to its reader. Never said by colour alone: each tone has its sign, and words stand beside it. */
export type Tone = 'plain' | 'accent' | 'success' | 'warning' | 'danger';

export const toneIcons: Record<Tone, IconName> = {
  plain: 'info',
  accent: 'info',
  success: 'done',
  warning: 'warning',
  danger: 'alert',
};
