import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '../../i18n/en/plans.json';
import { writeBalance } from './balance.js';
import {
  getParcelTone,
  isTouched,
  readChange,
  sumChange,
  type Comparison,
  type ComparisonRow,
} from './figures.js';
import { writeDifference } from './write-figures.js';

const figures = {
  households: 400,
  incidents: 10,
  riskPoints: 1,
  areaSquareMetres: 82_000,
  compactness: 0.5,
  parts: 1,
  coverShare: 0.9,
  officers: 1,
  auxiliaries: 2,
  gridWorkers: 3,
  workload: 1,
};
const row = (given: Partial<ComparisonRow>): ComparisonRow => ({
  gridId: 'a',
  code: '01',
  name: '',
  change: 'CHANGED',
  before: figures,
  after: figures,
  ...given,
});

describe('gains and losses', () => {
  it('count a grid that is not there as nothing, but not what is unknown', () => {
    const added = row({ change: 'NEW', before: null });
    expect(readChange(added, 'households')).toEqual({ before: null, after: 400, difference: 400 });
    expect(readChange(added, 'police').difference).toBe(3);
    // A grid that is not there has no compactness to compare with.
    expect(readChange(added, 'compactness').difference).toBeNull();
    const unknown = row({ before: { ...figures, households: null } });
    expect(readChange(unknown, 'households').difference).toBeNull();
  });

  it('add up to nothing when a grid is split', () => {
    const rows = [
      row({ after: { ...figures, households: 150 } }),
      row({ gridId: 'b', change: 'NEW', before: null, after: { ...figures, households: 250 } }),
    ];
    expect(sumChange(rows, 'households')).toEqual({ before: 400, after: 400, difference: 0 });
    expect(sumChange(rows, 'workload')).toBeNull();
    const unknown = [row({ before: { ...figures, households: null }, after: null })];
    expect(sumChange(unknown, 'households')).toEqual({ before: null, after: null, difference: null });
  });

  it('touch a grid that counts otherwise, not one whose workload only moved with the mean', () => {
    const unchanged = row({ change: 'UNCHANGED' });
    expect(isTouched(unchanged)).toBe(false);
    expect(isTouched({ ...unchanged, after: { ...figures, workload: 1.1 } })).toBe(false);
    expect(isTouched({ ...unchanged, after: { ...figures, gridWorkers: 4 } })).toBe(true);
    expect(isTouched(row({ change: 'CHANGED' }))).toBe(true);
  });

  it('are told from the grid that is chosen', () => {
    const parcel = { fromGridId: 'a', toGridId: 'b' };
    expect(getParcelTone(parcel, [])).toBe('moved');
    expect(getParcelTone(parcel, ['b'])).toBe('gained');
    expect(getParcelTone(parcel, ['a'])).toBe('lost');
  });
});

describe('what is written', () => {
  beforeAll(() =>
    i18next.init({
      lng: 'en',
      resources: { en: { translation: en } },
      interpolation: { escapeValue: false },
    }),
  );

  it.each([
    [12, 'households', '+12'],
    [-1234, 'incidents', '−1,234'],
    [0, 'households', '±0'],
    [0.004, 'workload', '±0'],
    [-0.25, 'workload', '−0.25'],
    [-82_000, 'areaSquareMetres', '−0.082'],
    [0.025, 'coverShare', '+2.5 points'],
    [null, 'households', '—'],
  ] as const)('%s of %s is %s', (value, measure, text) => {
    expect(writeDifference(value, measure, i18next.t, 'en')).toBe(text);
  });

  it('calls less deviation good and less compactness bad', () => {
    const before = {
      grids: 100,
      meanWorkload: 1,
      largestDeviation: 0.5,
      coefficientOfVariation: 0.3,
      meanCompactness: 0.5,
      outOfSize: 4,
      understaffed: 2,
    } satisfies Comparison['before'];
    const after = { ...before, grids: 101, largestDeviation: 0.4, meanCompactness: 0.4, outOfSize: 4 };
    const lines = Object.fromEntries(
      writeBalance(before, after, 'en', i18next.t).map((line) => [line.key, line]),
    );
    expect(lines.largestDeviation).toMatchObject({
      before: '50%',
      after: '40%',
      difference: '−10 points',
      isGood: true,
    });
    expect(lines.meanCompactness!.isGood).toBe(false);
    expect(lines.outOfSize).toMatchObject({ difference: '±0', isGood: undefined });
    expect(lines.grids).toMatchObject({ difference: '+1', isGood: undefined });
  });
});
