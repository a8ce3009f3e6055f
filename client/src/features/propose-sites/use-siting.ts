import { useEffect } from 'react';
import { useMutation, useQuery } from 'urql';
import {
  CancelSitingDocument,
  SitingJobDocument,
  StartSitingDocument,
  type SitingFragment,
  type SitingInput,
} from '../../graphql/generated/travel/graphql.js';
import { useSitingStore } from './siting-store.js';

const pollMilliseconds = 500;

/** Whether the server still works on it. */
export const isUnderWay = ({ state }: SitingFragment): boolean => state === 'RUNNING' || state === 'PROVING';

/** The job that was started last, asked after twice a second while it runs. */
export function useSiting() {
  const jobId = useSitingStore((state) => state.jobId);
  const setJob = useSitingStore((state) => state.setJob);
  const [{ data, error, fetching }, refresh] = useQuery({
    query: SitingJobDocument,
    variables: { id: jobId ?? '' },
    pause: jobId === null,
    requestPolicy: 'cache-and-network',
  });
  const [starting, start] = useMutation(StartSitingDocument);
  const [, cancel] = useMutation(CancelSitingDocument);
  const job = jobId !== null && data?.sitingJob?.id === jobId ? data.sitingJob : null;
  const isRunning = job !== null && isUnderWay(job);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => {
      // A slow answer must not be overtaken.
      if (!fetching) refresh({ requestPolicy: 'network-only' });
    }, pollMilliseconds);
    return () => clearInterval(timer);
  }, [isRunning, fetching, refresh]);
  return {
    job,
    /** Known here, but no longer at the server: jobs are kept for an hour. */
    isGone: jobId !== null && !fetching && data?.sitingJob === null,
    isStarting: starting.fetching,
    error: starting.error ?? (error && !job ? error : null),
    start: async (input: SitingInput): Promise<void> => {
      const result = await start({ input });
      if (result.data) setJob(result.data.startSiting.id);
    },
    cancel: () => (jobId === null ? undefined : void cancel({ id: jobId })),
    forget: () => setJob(null),
  };
}
