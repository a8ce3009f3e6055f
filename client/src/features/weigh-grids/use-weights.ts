import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import {
  PlanPointsDocument,
  WeighNormsDocument,
  WeighStaffDocument,
  type WeighNormsQuery,
} from '../../graphql/generated/studio/graphql.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useCurrentSession } from '../edit-grids/session/current-session.js';
import { useSessionStore } from '../edit-grids/session/session-store.js';
import { nobody, type Staff } from './fold-staff.js';
import { Weigher } from './weigher.js';
import { WeightTracker } from './weight-tracker.js';

export type Norms = WeighNormsQuery['staffingNorms'];

export interface Weights {
  tracker: WeightTracker;
  /** Another number: the tracker says something else. */
  turn: number;
  hasHouseholdPoints: boolean;
  hasCover: boolean;
}

/** The figures of the opened plan over a period, kept up with everything that is done to it, also in mid-drag. */
export function useWeights(period: { from: string; to: string }): {
  weights: Weights | null;
  hasFailed: boolean;
  retry(): void;
} {
  const planId = useStudioStore((state) => state.planId);
  const isReady = useSessionStore((state) => state.phase.kind === 'ready');
  const session = useCurrentSession((state) => (isReady ? state.session : null));
  const [{ data, error }, execute] = useQuery({
    query: PlanPointsDocument,
    variables: { planId: planId ?? '', ...period },
    pause: planId === null,
  });
  const points = data?.planPoints;
  const weigher = useMemo(() => (points ? new Weigher(points) : null), [points]);
  const [state, setState] = useState<{ tracker: WeightTracker; turn: number } | null>(null);

  useEffect(() => {
    if (!weigher || !session) return;
    const tracker = new WeightTracker(weigher, session.base);
    let isStopped = false;
    let isReady = false;
    let frame = 0;
    let touched = new Set<string>();
    const update = (): void => {
      frame = 0;
      const { boundaryOf } = useStudioStore.getState();
      tracker.weigh(touched, boundaryOf);
      touched = new Set();
      setState((former) => ({ tracker, turn: (former?.turn ?? 0) + 1 }));
    };
    const touch = (ids: Iterable<string>): void => {
      for (const id of ids) touched.add(id);
      if (isReady) frame ||= requestAnimationFrame(update);
    };
    const touchAll = (): void => {
      const { grids } = useStudioStore.getState();
      touch([...tracker.now.keys()].filter((id) => !grids.has(id)));
      touch([...grids.values()].filter(({ isNew, isChanged }) => isNew || isChanged).map(({ id }) => id));
    };
    touchAll();
    void tracker
      .weighBase(() => isStopped)
      .then(() => {
        if (isStopped) return;
        isReady = true;
        touchAll();
        update();
      });
    const stop = useStudioStore.subscribe((studio, former) => {
      if (studio.revision === former.revision) return;
      if (studio.touched === 'all') touchAll();
      else touch(studio.touched);
    });
    return () => {
      isStopped = true;
      cancelAnimationFrame(frame);
      stop();
    };
  }, [weigher, session]);

  return {
    weights:
      state && points
        ? { ...state, hasHouseholdPoints: points.hasHouseholdPoints, hasCover: points.hasCover }
        : null,
    hasFailed: error !== undefined && !data,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** The norms in force and who is in which grid now; null until they are there. */
export function useStaffing(): { norms: Norms | null; staff: ReadonlyMap<string, Staff> } {
  const partition = useStudioStore((state) => state.partition);
  const [{ data: normData }] = useQuery({ query: WeighNormsDocument });
  const [{ data }] = useQuery({ query: WeighStaffDocument, variables: { partition } });
  const staff = useMemo(
    () =>
      new Map(
        (data?.gridAssignments ?? []).map(({ grid, staff: counts }) => [
          grid.id,
          counts.reduce<Staff>((sum, { role, count }) => ({ ...sum, [role]: count }), nobody),
        ]),
      ),
    [data],
  );
  return { norms: normData?.staffingNorms ?? null, staff };
}
