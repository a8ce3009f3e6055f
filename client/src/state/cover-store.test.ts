import { beforeEach, describe, expect, it } from 'vitest';
import { formatAddress, hasUnsaved, useCoverStore } from './cover-store.js';
import { formatChanges, makeChange } from './post-changes.js';

const get = useCoverStore.getState;
const close = makeChange('CLOSE', { postId: 'a' });
const scenario = { id: 's-1', version: 3, name: '方案', note: null, changes: [close] };

beforeEach(() => useCoverStore.setState(useCoverStore.getInitialState()));

describe('what is being tried', () => {
  it('is unsaved until a scenario holds the same', () => {
    get().change(close);
    expect(hasUnsaved(get())).toBe(true);
    get().setScenario(scenario);
    expect(hasUnsaved(get())).toBe(false);
    get().setChanges([]);
    expect(hasUnsaved(get())).toBe(true);
  });

  it('stands in the address only as far as no scenario holds it', () => {
    get().open(scenario);
    get().setConditions({ reading: 'BY_IMPORTANCE', hour: 8 });
    get().setPart('changes');
    expect(formatAddress(get())).toEqual({ where: 'changes.importance.8', scenario: 's-1' });
    get().change(makeChange('CLOSE', { postId: 'b' }));
    expect(formatAddress(get())).toMatchObject({ scenario: 's-1', changes: 'c~a*c~b' });
  });

  it('is taken from an address, with a scenario still to be read', () => {
    get().adopt({ where: 'changes.live.8', scenario: 's-1', changes: formatChanges([close])! });
    expect(get()).toMatchObject({
      part: 'changes',
      isLive: true,
      // Where units are is known for now only.
      hour: null,
      wantedScenario: 's-1',
      changes: [close],
    });
    expect(formatAddress(get()).scenario).toBe('s-1');
  });

  it('is not lost to the address of its own reload, which had no room for it', () => {
    const many = Array.from({ length: 60 }, (_, i) => makeChange('CLOSE', { postId: `${i}`.repeat(20) }));
    get().open(scenario);
    get().setChanges(many);
    const address = formatAddress(get());
    expect(address).not.toHaveProperty('changes');
    get().adopt(address);
    expect(get()).toMatchObject({ changes: many, scenario });
  });

  it('gives way to the address of another plan, and to a newer version of a saved one', () => {
    get().setChanges([close]);
    get().adopt({ where: 'changes', scenario: 's-2' });
    expect(get()).toMatchObject({ changes: [], wantedScenario: 's-2' });
    get().open(scenario);
    get().adopt(formatAddress(get()));
    expect(get()).toMatchObject({ scenario: null, wantedScenario: 's-1' });
  });
});
