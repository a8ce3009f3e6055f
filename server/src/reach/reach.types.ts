import type { Geometry, LineString, Point } from 'geojson';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, GeoJsonScalar } from '../scalars.js';
import { Unit } from '../units/units.types.js';

/** A grid by name, and where it lies. */
@ObjectType({ simpleResolvers: true })
export class GridMention {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => GeoJsonScalar, { description: 'A point within it.' }) location!: Point;
}

@ObjectType({ simpleResolvers: true })
export class GridReach {
  @Field(() => GridMention) grid!: GridMention;
  @Field(() => Float) shareOfRoad!: number;
  @Field(() => Float, { nullable: true, description: 'Null in a grid without known households.' })
  shareOfHouseholds!: number | null;
}

@ObjectType({ simpleResolvers: true })
export class OriginReach {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => GeoJsonScalar) location!: Point;
  @Field(() => Float, { description: 'From there to the street, straight.' }) snapMetres!: number;
  @Field(() => Float) roadMetres!: number;
  @Field(() => Float, { description: 'Street that no other origin reaches sooner.' })
  firstRoadMetres!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int) firstHouseholds!: number;
}

/** What can be reached within a number of seconds by any of the origins; exact at the limit. */
@ObjectType({ simpleResolvers: true })
export class Reach {
  @Field(() => Int) seconds!: number;
  @Field(() => Float, {
    description: 'Of street within the county’s grids; a street reached 40 % counts 40 %.',
  })
  roadMetres!: number;
  @Field(() => Float, { description: 'Of all street this traveller may use.' }) shareOfRoad!: number;
  @Field(() => GeoJsonScalar, {
    nullable: true,
    description: 'A MultiPolygon for the eye; figures never come from it.',
  })
  area!: Geometry | null;
  @Field(() => Int) households!: number;
  @Field(() => Float, { nullable: true, description: 'Null where no households are known.' })
  shareOfHouseholds!: number | null;
  @Field(() => Int) riskPoints!: number;
  @Field(() => Float, { nullable: true }) shareOfRiskPoints!: number | null;
  @Field(() => [GridReach], { description: 'The grids it touches.' }) grids!: GridReach[];
  @Field(() => [Float], { description: 'Metres of street reached by at least 1, 2, 3, 4, 5 origins.' })
  roadMetresByCount!: number[];
  @Field(() => [OriginReach]) byOrigin!: OriginReach[];
  @Field({ description: 'For `/tiles/reach/{z}/{x}/{y}.mvt?view=…`; the same for all limits of one query.' })
  tileView!: string;
}

/** A grid that loses cover when a unit goes. */
@ObjectType({ simpleResolvers: true })
export class CoverLoss {
  @Field(() => GridMention) grid!: GridMention;
  @Field(() => Float, { description: 'Of its households; of its streets where none are known.' })
  shareBefore!: number;
  @Field(() => Float) shareAfter!: number;
}

/** A unit that could go, and what sending it costs. */
@ObjectType()
export class UnitCandidate {
  @Field(() => Unit) unit!: Unit;
  @Field(() => Int) travelSeconds!: number;
  @Field(() => Boolean, { description: 'On standby, patrolling or returning.' }) available!: boolean;
  @Field(() => Int) fixAgeSeconds!: number;
  @Field(() => [String], {
    description: 'Why it ranks here, in the caller’s language, the most telling first.',
  })
  reasons!: string[];
  @Field(() => [CoverLoss], {
    description: 'Grids that lose the units’ cover (3 minutes by default) if it goes.',
  })
  coverLost!: CoverLoss[];
  @Field(() => DateTimeScalar, {
    description: 'When it could be free again: the way there and the handling time.',
  })
  coverBackAt!: Date;
  @Field(() => GeoJsonScalar, { nullable: true, description: 'Its way along the streets.' })
  route!: LineString | null;
}
