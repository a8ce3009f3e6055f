/** Where households live: a point in each building that has some, of the base map in use. */
export const FIND_HOUSEHOLDS = `
  SELECT ST_X(place) AS x, ST_Y(place) AS y, households FROM (
    SELECT ST_PointOnSurface(f.geom) AS place, f.households FROM base_feature f
    JOIN dataset d ON d.id = f.dataset_id AND d.published WHERE f.households > 0) building`;
