import { expect, it } from 'vitest';
import { numberComments } from './number-comments.js';

const comment = (id: string, at: string, resolvedAt: string | null = null) => ({
  id,
  at,
  resolvedAt,
  body: id,
  location: { type: 'Point' as const, coordinates: [120, 29] },
});

it('numbers by age and keeps the number when others are settled', () => {
  const listed = numberComments([
    comment('third', '2026-11-22T03:00:00Z'),
    comment('first', '2026-11-22T01:00:00Z', '2026-11-22T05:00:00Z'),
    comment('second', '2026-11-22T02:00:00Z'),
  ]);
  expect(listed.map(({ id, number }) => `${number} ${id}`)).toEqual(['2 second', '3 third', '1 first']);
});
