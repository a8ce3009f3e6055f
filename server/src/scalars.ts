import { GraphQLScalarType, type GraphQLScalarTypeConfig } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import type { Geometry } from 'geojson';

/** A GeoJSON geometry object in EPSG:4326. Output only: what comes in is longitude and latitude, or a file. */
export const GeoJsonScalar = new GraphQLScalarType<Geometry, Geometry>({
  name: 'GeoJSON',
  description:
    'A GeoJSON geometry object: EPSG:4326, longitude before latitude, coordinates to 1e-7 degrees.',
  serialize: (value) => value as Geometry,
} satisfies GraphQLScalarTypeConfig<Geometry, Geometry>);

/** ISO 8601 with an offset in and out. The database already writes instants that way, so they pass through. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 with an offset, e.g. 2026-11-22T14:05:00+08:00.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: GraphQLDateTimeISO.parseValue as (value: unknown) => Date,
  parseLiteral: GraphQLDateTimeISO.parseLiteral as GraphQLScalarTypeConfig<Date, string>['parseLiteral'],
});
