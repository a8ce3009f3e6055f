import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentFragment } from '../../graphql/generated/studio/graphql.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select } from '../../ui/select.js';
import { Switch } from '../../ui/switch.js';
import { useAssignStore } from './assign-store.js';
import { SetMany } from './set-many.js';
import { SaveBar } from './save-bar.js';
import { StaffTable } from './staff-table.js';
import { useProblemsOnMap } from './use-assign-on-map.js';
import type { Assignments } from './use-assignments.js';

interface StaffPartProps {
  assignments: readonly AssignmentFragment[];
  state: Assignments;
}

/** How many of each role every grid has, and where a norm is missed: on the map, as a list, and to be put right. */
export function StaffPart({ assignments, state }: StaffPartProps) {
  const { t } = useTranslation();
  const { isOnlyProblems, problemKind, set } = useAssignStore();
  const selectedIds = useStudioStore(({ selectedGridIds }) => selectedGridIds);
  const [isOnlySelected, setOnlySelected] = useState(false);
  const [isFull, setFull] = useState(false);
  const kinds = useMemo(
    () => [...new Set(assignments.flatMap(({ problems }) => problems.map(({ kind }) => kind)))].sort(),
    [assignments],
  );
  const wanted = kinds.includes(problemKind) ? problemKind : '';
  const missing = useMemo(
    () =>
      assignments.filter(({ problems }) =>
        wanted ? problems.some(({ kind }) => kind === wanted) : problems.length > 0,
      ),
    [assignments, wanted],
  );
  useProblemsOnMap(missing);
  const narrows = isOnlySelected && selectedIds.length > 0;
  const shown = useMemo(() => {
    const selected = new Set(selectedIds);
    return (isOnlyProblems ? missing : assignments).filter(({ grid }) => !narrows || selected.has(grid.id));
  }, [assignments, missing, isOnlyProblems, narrows, selectedIds]);
  const countOf = (kind: string): number =>
    assignments.filter(({ problems }) => problems.some((problem) => problem.kind === kind)).length;
  const body = (
    <>
      <StaffTable assignments={shown} byId={state.byId} isFull={isFull} />
      <SaveBar save={state.save} isBusy={state.isBusy} />
    </>
  );
  return (
    <>
      <p className="assign-lead" data-tone={missing.length > 0 ? 'warning' : 'success'}>
        {t(missing.length > 0 ? 'assign.staff.missing' : 'assign.staff.fine', {
          count: assignments.length,
          missing: missing.length,
        })}
      </p>
      <div className="assign-filters">
        <Switch
          isSelected={isOnlyProblems}
          onChange={(next) => set({ isOnlyProblems: next })}
          data-testid="only-problems"
        >
          {t('assign.staff.onlyProblems')}
        </Switch>
        {isOnlyProblems && kinds.length > 1 && (
          <Select
            label={t('assign.staff.problem')}
            isLabelHidden
            value={wanted}
            options={[
              { value: '', label: t('assign.staff.anyProblem') },
              ...kinds.map((kind) => ({
                value: kind,
                label: t('assign.staff.problemCount', {
                  name: t(`assign.problem.${kind}`),
                  count: countOf(kind),
                }),
              })),
            ]}
            onChange={(next) => set({ problemKind: next })}
          />
        )}
        {selectedIds.length > 0 && (
          <Switch isSelected={isOnlySelected} onChange={setOnlySelected}>
            {t('assign.staff.onlySelected', { count: selectedIds.length })}
          </Switch>
        )}
        <Button size="small" icon="maximise" onPress={() => setFull(true)} data-testid="assign-full">
          {t('assign.staff.full')}
        </Button>
      </div>
      <SetMany byId={state.byId} />
      {!isFull && body}
      {isFull && (
        <Dialog
          title={t('assign.staff.caption')}
          isOpen
          onClose={() => setFull(false)}
          closeLabel={t('action.close')}
          size="full"
        >
          {body}
        </Dialog>
      )}
    </>
  );
}
