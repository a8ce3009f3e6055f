export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** Name of the zone in which the county's days and hours are cut, as an SQL expression. */
export const COUNTY_TIME_ZONE = `coalesce((SELECT value #>> '{}' FROM setting WHERE key = 'county.timeZone'), '${DEFAULT_TIME_ZONE}')`;
