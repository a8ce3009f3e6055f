import { useEffect } from 'react';
import { useClient } from 'urql';
import { useConnectionStore } from '../../../state/connection-store.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { useCurrentSession } from './current-session.js';
import { PlanSession } from './plan-session.js';
import { useSessionStore } from './session-store.js';

/** Keeps the plan of the address open: loads it, sends what is done, takes in what others do. */
export function usePlanSession(): void {
  const client = useClient();
  const planId = useStudioStore((state) => state.planId);
  useEffect(() => {
    if (planId === null) return;
    const session = new PlanSession(client, planId);
    useCurrentSession.setState({ session });
    useSessionStore.setState({ losses: null, undo: null, redo: null });
    useStudioStore.setState({ refreshPlan: () => session.refresh() });
    void session.open();
    const stop = useConnectionStore.subscribe(({ planChanges }, former) => {
      if (planChanges !== former.planChanges) session.refresh();
    });
    const onOnline = (): void => session.retry();
    addEventListener('online', onOnline);
    return () => {
      removeEventListener('online', onOnline);
      stop();
      session.close();
      useCurrentSession.setState({ session: null });
      useSessionStore.setState({ phase: { kind: 'idle' } });
    };
  }, [client, planId]);
}
