import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import type { Description } from './document/plan-body.js';
import { useCurrentSession } from './session/current-session.js';

/** Says something of a grid, as a step of the plan. */
export function useDescribe(gridId: string) {
  const { t } = useTranslation();
  const session = useCurrentSession((state) => state.session);
  return (
    what: 'fields' | 'parent' | 'kind' | 'borders',
    change: Omit<Description, 'kind' | 'grid'>,
  ): void => {
    const name = change.name ?? useStudioStore.getState().grids.get(gridId)?.name;
    const label = t('studio.did.of', {
      deed: t(`studio.did.${what}`),
      grids: name || t('studio.newGrid'),
    });
    session?.commit({ label, changes: [{ kind: 'describe', grid: gridId, ...change }] });
  };
}
