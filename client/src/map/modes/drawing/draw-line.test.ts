import type { Step } from '@maplebridge/engine/topology/tiling.types';
import { describe, expect, it } from 'vitest';
import { draw, noDrawing, type DrawAction } from './draw-line.js';

const a: Step = [1, 1];
const b: Step = [2, 2];
const c: Step = [3, 1];
const run = (...actions: DrawAction[]) => actions.reduce(draw, noDrawing);
const point = (at: Step): DrawAction => ({ kind: 'point', at });

describe('a line drawn by hand', () => {
  it('grows by each place', () => {
    expect(run(point(a), point(b)).places).toEqual([a, b]);
  });
  it('takes the two clicks of a double click for one', () => {
    expect(run(point(a), point(b), point(b)).places).toEqual([a, b]);
  });
  it('shows where the next place would be until the pointer leaves', () => {
    expect(run(point(a), { kind: 'move', at: b }).next).toEqual(b);
    expect(run(point(a), { kind: 'move', at: b }, { kind: 'leave' }).next).toBeNull();
  });
  it('goes back place by place', () => {
    expect(run(point(a), point(b), { kind: 'back' }).places).toEqual([a]);
    expect(run({ kind: 'back' })).toEqual(noDrawing);
  });
  it('is not done before it has enough places', () => {
    expect(run(point(a), point(b), { kind: 'finish', least: 3 }).isDone).toBe(false);
    expect(run(point(a), point(b), point(c), { kind: 'finish', least: 3 }).isDone).toBe(true);
  });
  it('stays as it is once it is done, and can be taken up again', () => {
    const done = run(point(a), point(b), { kind: 'finish', least: 2 });
    expect(draw(done, point(c))).toBe(done);
    expect(draw(draw(done, { kind: 'reopen' }), point(c)).places).toEqual([a, b, c]);
  });
});
