import { afterEach, describe, expect, it, vi } from 'vitest';
import { dismissToast, listToasts, showToast, watchToasts } from './toast.js';

const texts = (): string[] => listToasts().map(({ text }) => text);

afterEach(() => {
  for (const { id } of listToasts()) dismissToast(id);
});

describe('toasts', () => {
  it('stand oldest first, three at most', () => {
    for (const text of ['a', 'b', 'c', 'd']) showToast({ text });
    expect(texts()).toEqual(['b', 'c', 'd']);
  });

  it('with the same words are shown once, the newer one', () => {
    showToast({ text: 'a' });
    showToast({ text: 'b' });
    const id = showToast({ text: 'a' });
    expect(texts()).toEqual(['b', 'a']);
    expect(listToasts().at(-1)!.id).toBe(id);
  });

  it('leave time to undo, and a failure stays until it is dismissed', () => {
    showToast({ text: 'plain' });
    showToast({ text: 'undo', action: { label: 'undo', onPress: () => undefined } });
    showToast({ text: 'failed', tone: 'danger' });
    const [plain, undo, failed] = listToasts();
    expect(undo!.timeoutMilliseconds).toBeGreaterThan(plain!.timeoutMilliseconds);
    expect(failed!.timeoutMilliseconds).toBe(0);
  });

  it('tell who watches, once for each change, and nobody who stopped', () => {
    const listener = vi.fn();
    const stop = watchToasts(listener);
    const id = showToast({ text: 'a' });
    dismissToast(id);
    dismissToast(id);
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    showToast({ text: 'b' });
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
