import { describe, expect, it } from 'vitest';
import { findNormFault, readNorms, toDraft } from './norms.js';

const norms = {
  householdsLow: 300,
  householdsHigh: 500,
  officersPerPoliceGrid: 1,
  officersPerCommunity: 1,
  auxiliariesPerCommunity: 2,
  auxiliariesPerVillage: 1,
  leadsPerGrid: 1,
  workersPerGrid: 1,
  socialCode: '{parent}###',
  policeCode: '{parent:10}##',
  workloadHouseholds: 1,
  workloadIncidents: 0.5,
  workloadRiskPoints: 5,
};

describe('norms while somebody types', () => {
  it('come back as they were', () => {
    expect(readNorms(toDraft(norms))).toEqual(norms);
    const draft = toDraft(norms);
    for (const field of Object.keys(draft) as (keyof typeof draft)[])
      expect(findNormFault(draft, field), field).toBeNull();
  });

  it('are refused where they are no numbers, out of order or no scheme of codes', () => {
    const draft = toDraft(norms);
    expect(findNormFault({ ...draft, leadsPerGrid: '' }, 'leadsPerGrid')).toBe('number');
    expect(findNormFault({ ...draft, leadsPerGrid: '-1' }, 'leadsPerGrid')).toBe('number');
    expect(findNormFault({ ...draft, householdsLow: '3.5' }, 'householdsLow')).toBe('whole');
    expect(findNormFault({ ...draft, householdsLow: '600' }, 'householdsHigh')).toBe('order');
    for (const code of ['', '{parent}', '{parent}###x', '{other}##', '#######'])
      expect(findNormFault({ ...draft, socialCode: code }, 'socialCode'), code).toBe('code');
  });

  it('may be typed with full-width digits', () => {
    expect(readNorms({ ...toDraft(norms), workersPerGrid: '２' }).workersPerGrid).toBe(2);
  });
});
