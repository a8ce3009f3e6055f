import { useEffect } from 'react';
import { useMutation, useQuery } from 'urql';
import {
  CancelDistrictingDocument,
  DistrictingJobDocument,
  StartDistrictingDocument,
  type DistrictingInput,
  type DistrictingJobFieldsFragment,
} from '../../graphql/generated/studio/graphql.js';
import { useDrawStore } from './draw-store.js';

const pollMilliseconds = 500;

export type DistrictingJob = DistrictingJobFieldsFragment;
export type Proposal = DistrictingJob['proposals'][number];

/** The job that was started last, asked after twice a second while it runs. */
export function useDistricting() {
  const jobId = useDrawStore((state) => state.jobId);
  const setJob = useDrawStore((state) => state.setJob);
  const [{ data, error, fetching }, refresh] = useQuery({
    query: DistrictingJobDocument,
    variables: { id: jobId ?? '' },
    pause: jobId === null,
    requestPolicy: 'cache-and-network',
  });
  const [starting, start] = useMutation(StartDistrictingDocument);
  const [, cancel] = useMutation(CancelDistrictingDocument);
  const job = jobId !== null && data?.districtingJob?.id === jobId ? data.districtingJob : null;
  const isRunning = job?.state === 'RUNNING';
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
    isRunning,
    /** Known here, but no longer at the server: jobs are kept for an hour. */
    isGone: jobId !== null && !fetching && data?.districtingJob === null,
    isStarting: starting.fetching,
    error: starting.error ?? (error && !job ? error : null),
    start: async (input: DistrictingInput): Promise<void> => {
      const result = await start({ input });
      if (result.data) setJob(result.data.startDistricting.id);
    },
    cancel: () => (jobId === null ? undefined : void cancel({ id: jobId })),
    forget: () => setJob(null),
  };
}
