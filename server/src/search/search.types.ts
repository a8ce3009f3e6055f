import type { Geometry } from 'geojson';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { GeoJsonScalar } from '../scalars.js';

export const SearchResultKind = {
  TERRITORY: 'TERRITORY',
  POST: 'POST',
  RISK_POINT: 'RISK_POINT',
  INCIDENT: 'INCIDENT',
  UNIT: 'UNIT',
  STREET: 'STREET',
} as const;
export type SearchResultKind = keyof typeof SearchResultKind;
registerEnumType(SearchResultKind, { name: 'SearchResultKind' });

@ObjectType({ simpleResolvers: true })
export class SearchResult {
  @Field(() => ID) id!: string;
  @Field(() => SearchResultKind) kind!: SearchResultKind;
  @Field() name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'A code, an address or the like, to tell namesakes apart.',
  })
  detail!: string | null;
  @Field(() => GeoJsonScalar, { nullable: true }) location!: Geometry | null;
  @Field(() => [Float], { nullable: true, description: '[west, south, east, north] in degrees, to fly to.' })
  bounds!: number[] | null;
}
