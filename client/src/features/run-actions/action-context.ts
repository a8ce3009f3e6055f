import { createContext, use } from 'react';
import type { ActionContext } from './action.js';

const Context = createContext<ActionContext | null>(null);

/** Gives what is inside the means to run actions. */
export const ActionContextProvider = Context;

/** What actions are run with. Throws outside a provider. */
export function useActionContext(): ActionContext {
  const context = use(Context);
  if (!context) throw new Error('useActionContext outside ActionContextProvider');
  return context;
}
