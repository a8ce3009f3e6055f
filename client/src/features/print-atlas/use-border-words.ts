import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import {
  AtlasBordersDocument,
  AtlasPlanBordersDocument,
  AtlasPlanVersionDocument,
  WriteBordersDocument,
} from '../../graphql/generated/studio/graphql.js';
import { useStudioStore } from '../../state/studio-store.js';
import { showToast } from '../../ui/toast.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import type { AtlasGrid } from './atlas-grids.js';
import type { AtlasPlan, AtlasSource } from './use-atlas-source.js';

/** Clockwise from the east, as 四至 are read out. */
export const sides = ['east', 'south', 'west', 'north'] as const;
export type Side = (typeof sides)[number];
export type Borders = Readonly<Record<Side, string>>;

/** Asked for at once: words are made from streets and waters, which takes the server a moment. */
const atOnce = 3;

const editableStates: readonly string[] = ['DRAFT', 'SENT_BACK'];

/** Whether words of this source are kept where they are edited; else they hold for this print. */
export const areBordersKept = (plan: AtlasPlan | null): boolean =>
  plan !== null && editableStates.includes(plan.state);

const pick = ({ east, south, west, north }: Borders): Borders => ({ east, south, west, north });
const isSame = (a: Borders, b: Borders): boolean => sides.every((side) => a[side] === b[side]);

/** The borders of the pages' grids in words, and how to write them otherwise. */
export function useBorderWords(source: AtlasSource, pages: readonly AtlasGrid[]) {
  const { t } = useTranslation();
  const client = useClient();
  const errorWords = useErrorWords();
  const { plan } = source;
  const [found, setFound] = useState<ReadonlyMap<string, Borders>>(new Map());
  const [written, setWritten] = useState<ReadonlyMap<string, Borders>>(new Map());
  const planId = plan?.id ?? null;
  /** The server's words; null where it has none, or is not there. */
  const ask = useCallback(
    async (gridId: string): Promise<Borders | null> => {
      const policy = { requestPolicy: 'network-only' } as const;
      if (planId === null) {
        const { data } = await client.query(AtlasBordersDocument, { gridId }, policy).toPromise();
        return data ? pick(data.borderWords) : null;
      }
      const { data } = await client.query(AtlasPlanBordersDocument, { planId, gridId }, policy).toPromise();
      return data?.planGrid ? pick(data.planGrid.borders) : null;
    },
    [client, planId],
  );
  useEffect(() => {
    let isStopped = false;
    const waiting = pages.map(({ id }) => id);
    const work = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined && !isStopped; id = waiting.shift()) {
        const key = id;
        // Where none can be made they are written by hand.
        const words = (await ask(id)) ?? { east: '', south: '', west: '', north: '' };
        if (!isStopped) setFound((before) => new Map(before).set(key, words));
      }
    };
    for (let i = 0; i < atOnce; i += 1) void work();
    return () => {
      isStopped = true;
    };
  }, [ask, pages]);

  /** The version this page stands on: each change of ours moves it on. */
  const version = useRef(plan?.version ?? 0);
  useEffect(() => {
    version.current = plan?.version ?? 0;
  }, [plan]);
  const queue = useRef(Promise.resolve());
  const save = useCallback(
    async (grid: AtlasGrid, before: Borders, after: Borders): Promise<void> => {
      if (!plan) return;
      const change = { kind: 'describe', grid: grid.id, borders: after };
      const body = { label: t('atlas.editLabel', { name: grid.name || grid.code }), changes: [change] };
      const by = useStudioStore.getState().by.trim() || null;
      const clientKey = crypto.randomUUID();
      const send = () =>
        client
          .mutation(WriteBordersDocument, {
            input: { planId: plan.id, version: version.current, clientKey, by, bodies: [body] },
          })
          .toPromise();
      let { data, error } = await send();
      if (error?.graphQLErrors.some(({ extensions }) => extensions.code === 'CONFLICT')) {
        // Somebody else changed the plan meanwhile. These words may still follow, unless they are what was changed.
        const [theirs, answer] = await Promise.all([
          ask(grid.id),
          client
            .query(AtlasPlanVersionDocument, { id: plan.id }, { requestPolicy: 'network-only' })
            .toPromise(),
        ]);
        const now = answer.data?.boundaryPlan;
        if (!now || !theirs || !isSame(theirs, before)) {
          showToast({ text: t('atlas.conflict', { name: grid.name || grid.code }), tone: 'danger' });
          return;
        }
        version.current = now.version;
        ({ data, error } = await send());
      }
      if (data) version.current = data.editBoundaryPlan.plan.version;
      else if (error) showToast({ text: errorWords(error), tone: 'danger' });
    },
    [client, plan, ask, t, errorWords],
  );
  const write = useCallback(
    (grid: AtlasGrid, after: Borders): void => {
      const before = written.get(grid.id) ?? found.get(grid.id);
      if (!before || isSame(before, after)) return;
      setWritten(new Map(written).set(grid.id, after));
      if (areBordersKept(plan)) queue.current = queue.current.then(() => save(grid, before, after));
    },
    [written, found, plan, save],
  );
  return { get: (id: string): Borders | null => written.get(id) ?? found.get(id) ?? null, write };
}
