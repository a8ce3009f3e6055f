import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentFragment } from '../../graphql/generated/studio/graphql.js';
import { lassoOnMap } from '../../state/studio-ask.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { NumberField } from '../../ui/number-field.js';
import { Select } from '../../ui/select.js';
import { useAssignStore } from './assign-store.js';
import { roles } from './assignment.js';
import { withEdit } from './table-edits.js';

/** The same count of a role for every grid chosen on the map. */
export function SetMany({ byId }: { byId: ReadonlyMap<string, AssignmentFragment> }) {
  const { t } = useTranslation();
  const selectedIds = useStudioStore(({ selectedGridIds }) => selectedGridIds);
  const [role, setRole] = useState<(typeof roles)[number]>('OFFICER');
  const [count, setCount] = useState<number | null>(1);
  const chosen = selectedIds.flatMap((id) => byId.get(id) ?? []);
  const apply = (): void => {
    const { edits, set } = useAssignStore.getState();
    set({ edits: chosen.reduce((next, each) => withEdit(next, each, role, count ?? 0), edits) });
  };
  return (
    <div className="assign-many" role="group" aria-label={t('assign.many.title')}>
      <ChooseGrids />
      {chosen.length > 0 && (
        <>
          <Select
            label={t('assign.many.role')}
            isLabelHidden
            value={role}
            options={roles.map((value) => ({ value, label: t(`assign.field.${value}`) }))}
            onChange={setRole}
          />
          <NumberField
            label={t('assign.many.count')}
            value={count}
            min={0}
            max={10_000}
            error={t('assign.many.countError')}
            onChange={(next) => setCount(next === null ? null : Math.round(next))}
          />
          <Button size="small" isDisabled={count === null} onPress={apply}>
            {t('assign.many.apply', { count: chosen.length })}
          </Button>
        </>
      )}
    </div>
  );
}

/** Which grids are chosen, and how to choose: on the map one by one, or by drawing around them. */
export function ChooseGrids() {
  const { t } = useTranslation();
  const selectedIds = useStudioStore(({ selectedGridIds }) => selectedGridIds);
  const selectGrids = useStudioStore((state) => state.selectGrids);
  const draw = async (): Promise<void> => {
    const lasso = await lassoOnMap(t('assign.lassoPrompt'));
    if (!lasso) return;
    const before = useStudioStore.getState().selectedGridIds;
    selectGrids([...new Set([...before, ...lasso.gridIds])]);
  };
  return (
    <div className="assign-choose">
      <span>
        {selectedIds.length > 0 ? t('assign.chosen', { count: selectedIds.length }) : t('assign.chooseHint')}
      </span>
      <Button size="small" icon="target" onPress={() => void draw()} data-testid="assign-lasso">
        {t('assign.lasso')}
      </Button>
      {selectedIds.length > 0 && (
        <Button size="small" variant="quiet" onPress={() => selectGrids([])}>
          {t('assign.clear')}
        </Button>
      )}
    </div>
  );
}
