import { describe, expect, it } from 'vitest';
import { newId } from './new-id.js';

describe('ids made in the browser', () => {
  it('are UUIDs of version 7', () => {
    for (let i = 0; i < 200; i++)
      expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
  it('begin with their time and differ within it', () => {
    const at = Date.UTC(2026, 10, 22);
    const ids = new Set(Array.from({ length: 1000 }, () => newId(at)));
    expect(ids.size).toBe(1000);
    const [id] = ids;
    expect(parseInt(id!.replace('-', '').slice(0, 12), 16)).toBe(at);
  });
});
