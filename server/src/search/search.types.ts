import type { Geometry } from 'geojson';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GeoJsonScalar } from '../scalars.js';

export const SearchResultKind = {
  TERRITORY: 'TERRITORY',
  POST: 'POST',
  RISK_POINT: 'RISK_POINT',
  INCIDENT: 'INCIDENT',
  UNIT: 'UNIT',
  STREET: 'STREET',
  PLACE: 'PLACE',
  ADDRESS: 'ADDRESS',
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
  @Field(() => [Int], {
    nullable: true,
    description: 'Which part of the name the text stands for: start and length in UTF-16 units.',
  })
  matched!: number[] | null;
}

/** A result before its name is marked, and how well it fits: 0 the whole, 1 the beginning, 2 initials, 3 a part. */
export type RankedResult = Omit<SearchResult, 'matched'> & { rank: number };
