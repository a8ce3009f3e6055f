import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { listEntries } from '../command-palette/list-entries.js';
import type { RecentChoice } from '../../state/recent-store.js';
import { actions } from './action-list.js';

const t = ((key: string, values?: object) => [key, ...Object.values(values ?? {})].join(' ')) as TFunction;
const shortcuts = actions.flatMap(({ shortcut }) => (shortcut ? [shortcut] : []));

describe('the actions', () => {
  it('have ids and shortcuts of their own', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('have no shortcut that another one begins with: it could never be finished', () => {
    const begun = shortcuts.filter((one) => shortcuts.some((other) => other.startsWith(`${one} `)));
    expect(begun).toEqual([]);
  });

  it('are all offered by the palette, except opening it', () => {
    const offered = listEntries('', [], [], t).flatMap(({ entries }) => entries.map(({ key }) => key));
    expect([...offered, 'palette'].sort()).toEqual(actions.map(({ id }) => id).sort());
  });

  it('are found by their words, after the places that the server found', () => {
    const place = {
      id: '1',
      kind: 'POST',
      name: '深色茶馆',
      detail: null,
      location: null,
      bounds: null,
    } as const;
    const groups = listEntries('主题', [place], [], t);
    expect(groups.map(({ id }) => id)).toEqual(['places', 'commands']);
    expect(groups[1]!.entries[0]!.key).toBe('theme');
  });

  it('are listed first when used of late; one that is gone is left out', () => {
    const recent: RecentChoice[] = [
      { type: 'action', id: 'theme' },
      { type: 'action', id: 'gone' },
    ];
    expect(listEntries('', [], recent, t)[0]).toMatchObject({
      id: 'recent',
      entries: [{ key: 'recent:theme' }],
    });
  });
});
