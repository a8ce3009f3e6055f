import { useMemo } from 'react';
import { useQuery } from 'urql';
import { UpperAreasDocument } from '../../graphql/generated/studio/graphql.js';
import type { Partition } from '../../state/overlays.js';
import { useStudioStore } from '../../state/studio-store.js';
import type { ScopeGrid } from './draw-form.js';

const levels = { SOCIAL: ['TOWN', 'COMMUNITY'], POLICE: ['STATION', 'POLICE_AREA'] } as const;

export interface UpperArea {
  id: string;
  name: string;
  /** 0: a town or station; 1: a community or police area in it. */
  depth: number;
}

/** Towns with their communities (stations with their police areas), each upper one before those in it. */
export function useUpperAreas(partition: Partition): {
  areas: UpperArea[];
  upperOf: ReadonlyMap<string, string>;
} {
  const variables = useMemo(() => ({ levels: [...levels[partition]] }), [partition]);
  const [{ data }] = useQuery({ query: UpperAreasDocument, variables });
  return useMemo(() => {
    const nodes = data?.territories.edges.map(({ node }) => node) ?? [];
    const [upper, middle] = levels[partition].map((level) =>
      nodes.filter((node) => node.level === level).sort((a, b) => (a.code < b.code ? -1 : 1)),
    );
    return {
      areas: upper!.flatMap(({ id, name }) => [
        { id, name, depth: 0 },
        ...middle!
          .filter(({ parent }) => parent?.id === id)
          .map((node) => ({ id: node.id, name: node.name, depth: 1 })),
      ]),
      upperOf: new Map(middle!.flatMap(({ id, parent }) => (parent ? [[id, parent.id] as const] : []))),
    };
  }, [data, partition]);
}

/** The studio's grids with what they belong to. */
export function useScopeGrids(upperOf: ReadonlyMap<string, string>): ScopeGrid[] {
  const grids = useStudioStore((state) => state.grids);
  return useMemo(
    () =>
      [...grids.values()].map(({ id, parentId }) => ({
        id,
        parentId,
        upperId: parentId === null ? null : (upperOf.get(parentId) ?? null),
      })),
    [grids, upperOf],
  );
}
