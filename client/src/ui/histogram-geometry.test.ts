import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawWindow,
  listBars,
  listEdges,
  placeEnd,
  shiftWindow,
  snap,
  stepEnd,
  toInstant,
  toX,
} from './histogram-geometry.js';

const extent = [0, 600] as const;
const buckets = Array.from({ length: 6 }, (_, index) => ({
  from: index * 100,
  count: index * 10,
  urgent: index === 5 ? 50 : index,
}));
const edges = listEdges(buckets, extent);

describe('the bars of a histogram', () => {
  it('fill the plot, the highest its whole height', () => {
    const bars = listBars(buckets, extent, 600, 80);
    expect(bars.map(({ x }) => x)).toEqual([0, 100, 200, 300, 400, 500]);
    expect(Math.max(...bars.map(({ height }) => height))).toBe(80);
    expect(bars.at(-1)!.to).toBe(600);
  });

  it('show one event among thousands, and nothing where nothing was', () => {
    const [none, one] = listBars(
      [
        { from: 0, count: 0, urgent: 0 },
        { from: 200, count: 1, urgent: 1 },
        { from: 400, count: 9000, urgent: 0 },
      ],
      extent,
      600,
      80,
    );
    expect(none!.height).toBe(0);
    expect(one!.height).toBeGreaterThanOrEqual(2);
    expect(one!.urgentHeight).toBeLessThanOrEqual(one!.height);
  });

  it('are none without buckets, and have no size that is no number on a plot without width', () => {
    expect(listBars([], extent, 600, 80)).toEqual([]);
    for (const bar of listBars(buckets, extent, 0, 80)) expect(Number.isFinite(bar.x + bar.width)).toBe(true);
  });
});

describe('a window over a histogram', () => {
  it('keeps at least one step, whichever end is moved how far', () => {
    expect(stepEnd([200, 300], 'from', 5, edges)).toEqual([200, 300]);
    expect(stepEnd([200, 300], 'to', -5, edges)).toEqual([200, 300]);
    expect(stepEnd([200, 400], 'from', 1, edges)).toEqual([300, 400]);
    expect(placeEnd([200, 400], 'to', 10_000, edges)).toEqual([200, 600]);
  });

  it('keeps its length while it is moved, and stays on the plot', () => {
    expect(shiftWindow([100, 300], 90, extent, edges)).toEqual([200, 400]);
    expect(shiftWindow([100, 300], 10_000, extent, edges)).toEqual([400, 600]);
    expect(shiftWindow([100, 300], -10_000, extent, edges)).toEqual([0, 200]);
  });

  it('drawn by hand holds every bucket it touches, in either direction', () => {
    expect(drawWindow(150, 320, edges)).toEqual([100, 400]);
    expect(drawWindow(320, 150, edges)).toEqual([100, 400]);
    expect(drawWindow(250, 250, edges)).toEqual([200, 300]);
  });

  it('always begins before it ends, within the plot', () => {
    const instant = fc.integer({ min: -1000, max: 2000 });
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        const drawn = drawWindow(snap(a, edges), snap(b, edges), edges);
        const windows = [
          placeEnd(drawn, 'from', c, edges),
          placeEnd(drawn, 'to', c, edges),
          shiftWindow(drawn, c, extent, edges),
        ];
        for (const [from, to] of windows) {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(600);
        }
      }),
    );
  });
});

it('places on the plot and instants are each other reversed', () => {
  expect(toInstant(toX(250, extent, 480), extent, 480)).toBeCloseTo(250);
  expect(toInstant(-20, extent, 480)).toBe(0);
  expect(toInstant(5000, extent, 480)).toBe(600);
});
