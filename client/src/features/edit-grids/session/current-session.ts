import { create } from 'zustand';
import type { PlanSession } from './plan-session.js';

/** The opened plan's session, for whoever does something to the plan. */
export const useCurrentSession = create<{ session: PlanSession | null }>(() => ({ session: null }));
