import type { TFunction } from 'i18next';
import type { IconName } from '../../ui/icon.js';
import type { Bounds } from '../../state/view-store.js';

/** The order in which the palette and the keyboard map show them. */
export const actionGroups = ['find', 'panels', 'layers', 'time', 'map', 'look', 'screens'] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** What an action may need that no store holds. */
export interface ActionContext {
  t: TFunction;
  countyBounds: Bounds | null;
  /** Goes to another screen of the product. */
  visit(path: '/wall' | '/print' | '/glossary' | '/grids'): void;
}

/** Something that can be done by name, by key, or from a menu; said once, here. */
export interface Action {
  id: string;
  group: ActionGroup;
  icon: IconName;
  label(t: TFunction): string;
  /** Other words to find it by, in either language. */
  words?: string;
  /** See parseShortcut. */
  shortcut?: string;
  /** Whether it is switched on now; absent for what is no switch. */
  isOn?(): boolean;
  run(context: ActionContext): void;
}
