import { describe, expect, it } from 'vitest';
import { getShare, writeKilometres, writePoints, writeShare, writeSigned } from './write-numbers.js';

describe('numbers of cover', () => {
  it('have no share of nothing', () => {
    expect(getShare(0, 0)).toBeNull();
    expect(writeShare(null, 'zh-CN')).toBe('—');
    expect(getShare(1, 4)).toBe(0.25);
  });

  it.each([
    [0, '0%'],
    [0.0001, '0.1%'],
    [0.624, '62.4%'],
    [0.5, '50.0%'],
    [0.9999, '99.9%'],
    [1, '100%'],
  ])('write %f without claiming all or nothing: %s', (share, text) => {
    expect(writeShare(share, 'en')).toBe(text);
  });

  it('carry their sign, and are silent about what rounds to nothing', () => {
    expect(writeSigned(1234, 'en')).toBe('+1,234');
    expect(writeSigned(-0.04, 'en', 1)).toBeNull();
    expect(writePoints(0.5, 0.468, 'en')).toBe('−3.2');
    expect(writePoints(0.5, 0.53, 'en')).toBe('+3.0');
    expect(writePoints(null, 0.5, 'en')).toBeNull();
  });

  it('write streets in kilometres', () => {
    expect(writeKilometres(410, 'en')).toBe('0.4');
    expect(writeKilometres(3_000, 'en')).toBe('3.0');
    expect(writeKilometres(488_123, 'en')).toBe('488');
  });
});
