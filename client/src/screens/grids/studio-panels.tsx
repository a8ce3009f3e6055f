import { lazy, type ComponentType } from 'react';
import type { StudioPanelId } from '../../state/studio-store.js';
import type { StudioIconName } from './studio-icon.js';

interface StudioPanel {
  icon: StudioIconName;
  Body: ComponentType;
  /** With a plan alone, without one alone, or both. */
  when: 'plan' | 'noPlan' | 'always';
}

/** A panel's code comes when its tab is opened. */
function load<Name extends string>(
  importModule: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): ComponentType {
  return lazy(async () => ({ default: (await importModule())[name] as ComponentType }));
}

/** The tabs beside the studio's map; their titles stand in the catalogue as `studio.panel.<id>`. */
export const studioPanels: Record<StudioPanelId, StudioPanel> = {
  plans: {
    icon: 'plans',
    Body: load(() => import('../../features/manage-plans/plan-list.js'), 'PlanList'),
    when: 'noPlan',
  },
  effect: {
    icon: 'effect',
    Body: load(() => import('../../features/weigh-grids/effect-panel.js'), 'EffectPanel'),
    when: 'plan',
  },
  grids: {
    icon: 'grids',
    Body: load(() => import('../../features/edit-grids/grids-panel.js'), 'GridsPanel'),
    when: 'always',
  },
  plan: {
    icon: 'plan',
    Body: load(() => import('../../features/manage-plans/plan-panel.js'), 'PlanPanel'),
    when: 'plan',
  },
  comments: {
    icon: 'comments',
    Body: load(() => import('../../features/review-plans/comments-panel.js'), 'CommentsPanel'),
    when: 'plan',
  },
  compare: {
    icon: 'compare',
    Body: load(() => import('../../features/compare-plans/compare-panel.js'), 'ComparePanel'),
    when: 'plan',
  },
  history: {
    icon: 'history',
    Body: load(() => import('../../features/grid-history/history-panel.js'), 'HistoryPanel'),
    when: 'always',
  },
  assign: {
    icon: 'assign',
    Body: load(() => import('../../features/assign-grids/assign-panel.js'), 'AssignPanel'),
    when: 'noPlan',
  },
  crosswalk: {
    icon: 'crosswalk',
    Body: load(() => import('../../features/crosswalk/crosswalk-panel.js'), 'CrosswalkPanel'),
    when: 'always',
  },
  draw: {
    icon: 'draw',
    Body: load(() => import('../../features/draw-for-me/draw-for-me-panel.js'), 'DrawForMePanel'),
    when: 'noPlan',
  },
};
