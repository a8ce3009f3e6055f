import type { TFunction } from 'i18next';
import type { RecentChoice } from '../../state/recent-store.js';
import { actionGroups, type Action } from '../run-actions/action.js';
import { actions } from '../run-actions/action-list.js';
import { keyOfResult, type SearchResult } from '../search-places/search-results.js';
import { rankMatches } from './match-text.js';

export type PaletteEntry = { key: string; text: string } & (
  { type: 'action'; action: Action } | { type: 'result'; result: SearchResult }
);

export interface PaletteGroup {
  id: string;
  title: string;
  entries: PaletteEntry[];
}

/** What can be done from the palette: all but opening the palette. */
const offered = actions.filter(({ id }) => id !== 'palette');
const mostActions = 8;

/**
 * What the palette lists. Nothing typed: recent choices, then every action by group. Something typed: places and
 * records as the server ranked them, then the actions that fit; actions first if one fits outright.
 */
export function listEntries(
  query: string,
  results: readonly SearchResult[],
  recent: readonly RecentChoice[],
  t: TFunction,
): PaletteGroup[] {
  if (query.trim() === '') {
    return dropEmpty([
      { id: 'recent', title: t('palette.recent'), entries: listRecent(recent, t) },
      ...actionGroups.map((group) => ({
        id: group,
        title: t(`command.group.${group}`),
        entries: offered.filter((action) => action.group === group).map((action) => toActionEntry(action, t)),
      })),
    ]);
  }
  const fitting = rankMatches(query, offered, (action) => [action.label(t), action.words ?? '']).slice(
    0,
    mostActions,
  );
  const places = {
    id: 'places',
    title: t('palette.places'),
    entries: results.map((result): PaletteEntry => toResultEntry(result)),
  };
  const commands = {
    id: 'commands',
    title: t('palette.actions'),
    entries: fitting.map((action) => toActionEntry(action, t)),
  };
  return dropEmpty([places, commands]);
}

function listRecent(recent: readonly RecentChoice[], t: TFunction): PaletteEntry[] {
  return recent.flatMap((choice): PaletteEntry[] => {
    if (choice.type === 'action') {
      const action = offered.find(({ id }) => id === choice.id);
      return action ? [{ ...toActionEntry(action, t), key: `recent:${choice.id}` }] : [];
    }
    const result = { ...(choice.place as object), ...choice } as unknown as SearchResult;
    return [{ ...toResultEntry(result), key: `recent:${keyOfResult(result)}` }];
  });
}

const toActionEntry = (action: Action, t: TFunction): PaletteEntry => ({
  type: 'action',
  key: action.id,
  text: action.label(t),
  action,
});

const toResultEntry = (result: SearchResult): PaletteEntry => ({
  type: 'result',
  key: keyOfResult(result),
  text: result.name,
  result,
});

const dropEmpty = (groups: PaletteGroup[]): PaletteGroup[] =>
  groups.filter(({ entries }) => entries.length > 0);
