import { describe, expect, it } from 'vitest';
import { isFormerWindow } from './former-windows.js';

const at = (time: string): string => `2026-11-22T${time}:00.000Z`;
const live = (from: string, more: object = {}) => ({
  buckets: 50,
  filter: { from: at(from), to: null, ...more },
});

describe('a former window', () => {
  it('is the same question, a few minutes ago', () => {
    expect(isFormerWindow(live('08:00'), live('08:05'))).toBe(true);
    expect(
      isFormerWindow({ from: at('08:00'), to: at('09:00') }, { from: at('08:05'), to: at('09:05') }),
    ).toBe(true);
  });

  it('is neither the latest itself, nor another question, nor another length', () => {
    expect(isFormerWindow(live('08:05'), live('08:05'))).toBe(false);
    expect(isFormerWindow(live('08:10'), live('08:05'))).toBe(false);
    expect(isFormerWindow(live('08:00', { gridId: 'g' }), live('08:05'))).toBe(false);
    expect(isFormerWindow({ ...live('08:00'), buckets: 60 }, live('08:05'))).toBe(false);
    expect(isFormerWindow(live('01:00'), live('08:05'))).toBe(false);
    expect(
      isFormerWindow({ from: at('08:00'), to: at('09:00') }, { from: at('08:05'), to: at('09:00') }),
    ).toBe(false);
  });
});
