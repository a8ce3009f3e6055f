import { describe, expect, it } from 'vitest';
import { classOf, directionOf, limitOf } from './street-values.js';

describe('values of a street file', () => {
  it('are grades of Chinese roads, of cities and of the country', () => {
    const grades = {
      高速公路: 'motorway',
      城市快速路: 'trunk',
      主干路: 'primary',
      次干路: 'secondary',
      二级公路: 'secondary',
      支路: 'tertiary',
      村道: 'unclassified',
      街巷: 'residential',
      小区内部路: 'service',
      机耕路: 'track',
      步行街: 'pedestrian',
      人行道: 'footway',
    };
    for (const [grade, highway] of Object.entries(grades))
      expect([grade, classOf(grade, null)]).toEqual([grade, { highway, isGrade: true }]);
  });

  it('are values of OpenStreetMap, or where there are none the number of the route', () => {
    expect(classOf('Primary_link', 'G320')).toEqual({ highway: 'primary_link', isGrade: false });
    expect(classOf('track_grade3', null).highway).toBe('track');
    expect(classOf('unknown', null).highway).toBe('road');
    const byRoute = { G60: 'motorway', G320: 'trunk', S211: 'primary', X401: 'secondary', Y012: 'tertiary', C123: 'unclassified', 甲: 'residential' }; // prettier-ignore
    for (const [ref, highway] of Object.entries(byRoute)) expect(classOf(null, ref).highway).toBe(highway);
    expect(classOf(null, null).highway).toBe('residential');
  });

  it('are directions as different programs write them', () => {
    for (const along of ['yes', 'true', '1', 'F', 'FT', '是', '单行']) expect(directionOf(along)).toBe('yes');
    for (const against of ['-1', 'T', 'TF', '逆向']) expect(directionOf(against)).toBe('-1');
    for (const both of ['no', 'B', '0', '否', '双向']) expect(directionOf(both)).toBe('no');
    expect(directionOf(null)).toBeUndefined();
  });

  it('are limits with and without units', () => {
    expect(['60', '60.0', '60km/h', '60公里/小时', '30 mph'].map(limitOf)).toEqual([
      '60',
      '60.0',
      '60',
      '60',
      '30 mph',
    ]);
    expect(['0', '', '无', null].map(limitOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
