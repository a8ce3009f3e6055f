import { describe, expect, it } from 'vitest';
import { formatReachAddress, parseReachAddress, type ReachAddress } from './reach-address.js';

const here = { longitude: 119.6024, latitude: 29.3072 };

describe('the address of a reach', () => {
  it.each<ReachAddress>([
    {},
    { place: here },
    {
      request: {
        origins: [{ kind: 'post', id: '0192-a' }],
        points: [],
        limits: [60],
        profile: null,
        hour: null,
      },
    },
    {
      request: {
        origins: [
          { kind: 'unit', id: 'u1' },
          { kind: 'post', id: 'p1' },
        ],
        points: [here, { longitude: -8.61, latitude: 41.15 }],
        limits: [60, 180, 900],
        profile: 'WALKING',
        hour: 0,
      },
      place: here,
    },
    { request: { origins: [], points: [here], limits: [45], profile: null, hour: 17 } },
  ])('is read back as it was written: %j', (address) => {
    expect(parseReachAddress(formatReachAddress(address))).toEqual(address);
  });

  it('drops what is cut or foreign, and puts limits in order', () => {
    expect(parseReachAddress({ reach: 'post:', within: '60' })).toEqual({});
    expect(parseReachAddress({ reach: 'person:7,200~99,x', nearest: '119.6' })).toEqual({});
    expect(parseReachAddress({ reach: 'post:a,person:7', within: '300,60,60,-5,1e9,x/FLYING/24' })).toEqual({
      request: {
        origins: [{ kind: 'post', id: 'a' }],
        points: [],
        limits: [60, 300],
        profile: null,
        hour: null,
      },
    });
    expect(parseReachAddress({ reach: 'post:a' }).request?.limits).toEqual([60, 180, 300]);
    expect(parseReachAddress({ reach: 7, nearest: null })).toEqual({});
  });
});
