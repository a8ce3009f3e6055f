import { useMemo } from 'react';
import { useQuery } from 'urql';
import { ComparedGridsDocument, ComparedPlanDocument } from '../../graphql/generated/studio/graphql.js';
import type { SideFeatures } from './behind-map.js';
import { toSide } from './use-other-side.js';

export interface SheetSides {
  before: SideFeatures;
  after: SideFeatures;
  /** Null: what was there before the plan. */
  otherNumber: string | null;
}

/** Both sides of a comparison as the map draws them; null until they are there. */
export function useSheetSides(planId: string, against: string | null): SheetSides | null {
  const [own] = useQuery({ query: ComparedPlanDocument, variables: { id: planId } });
  const [base] = useQuery({
    query: ComparedGridsDocument,
    variables: { id: planId },
    pause: against !== null,
  });
  const [other] = useQuery({
    query: ComparedPlanDocument,
    variables: { id: against ?? '' },
    pause: against === null,
  });
  const after = own.data?.boundaryPlan?.grids;
  const before = against === null ? base.data?.boundaryPlan?.baseGrids : other.data?.boundaryPlan?.grids;
  const otherNumber = other.data?.boundaryPlan?.number ?? null;
  return useMemo(
    () => (after && before ? { before: toSide(before), after: toSide(after), otherNumber } : null),
    [after, before, otherNumber],
  );
}
