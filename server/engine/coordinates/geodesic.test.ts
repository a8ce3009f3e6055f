import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaSquareMetres, distanceMetres, lengthMetres } from './geodesic.js';

describe('lengths on the ellipsoid', () => {
  it('measure a quarter meridian and a degree on the equator', () => {
    expect(distanceMetres([0, 0], [0, 90])).toBeCloseTo(10001965.7293, 3);
    expect(distanceMetres([0, 0], [1, 0])).toBeCloseTo(111319.4908, 3);
  });

  it('add up along a line and over the parts of a multi-line', () => {
    const a = [
      [120, 30],
      [120.01, 30],
      [120.01, 30.02],
    ];
    const whole = lengthMetres({ type: 'LineString', coordinates: a });
    expect(whole).toBeCloseTo(distanceMetres(a[0]!, a[1]!) + distanceMetres(a[1]!, a[2]!), 9);
    expect(lengthMetres({ type: 'MultiLineString', coordinates: [a, a] })).toBeCloseTo(2 * whole, 9);
    expect(lengthMetres([])).toBe(0);
  });
});

describe('areas on the ellipsoid', () => {
  const square = [
    [120, 30],
    [120.01, 30],
    [120.01, 30.01],
    [120, 30.01],
    [120, 30],
  ];
  const hole = [
    [120.002, 30.002],
    [120.002, 30.004],
    [120.004, 30.004],
    [120.004, 30.002],
    [120.002, 30.002],
  ];

  it('measure the ellipsoid, eight octants of it', () => {
    const octant = areaSquareMetres({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [90, 0],
          [0, 90],
          [0, 0],
        ],
      ],
    });
    expect(octant * 8).toBeCloseTo(510065621724088.44, -2);
  });

  it('do not depend on the direction or on the first position of a ring', () => {
    const area = areaSquareMetres({ type: 'Polygon', coordinates: [square] });
    expect(area).toBeGreaterThan(1.06e6);
    expect(area).toBeLessThan(1.08e6);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.boolean(), (start, backwards) => {
        const open = square.slice(0, -1);
        const turned = [...open.slice(start), ...open.slice(0, start)];
        if (backwards) turned.reverse();
        expect(areaSquareMetres({ type: 'Polygon', coordinates: [[...turned, turned[0]!]] })).toBeCloseTo(
          area,
          3,
        );
      }),
    );
  });

  it('subtract holes and add parts', () => {
    const whole = areaSquareMetres({ type: 'Polygon', coordinates: [square] });
    const cut = areaSquareMetres({ type: 'Polygon', coordinates: [hole] });
    expect(areaSquareMetres({ type: 'Polygon', coordinates: [square, hole] })).toBeCloseTo(whole - cut, 6);
    expect(areaSquareMetres({ type: 'MultiPolygon', coordinates: [[square, hole], [hole]] })).toBeCloseTo(
      whole,
      6,
    );
  });
});
