import { Field, Float, InputType, Int } from 'type-graphql';
import { PlaceInput } from '../reach/reach.inputs.js';
import { SitingCandidates } from './siting.types.js';

@InputType()
export class SitingInput {
  @Field(() => Int, { description: 'How many new ones, 1 to 50.' }) sites!: number;
  @Field(() => Int, { nullable: true, description: '300.' }) seconds?: number | null;
  @Field(() => SitingCandidates, { nullable: true, description: 'JUNCTIONS.' })
  candidates?: SitingCandidates | null;
  @Field(() => [PlaceInput], { nullable: true, description: 'For DRAWN.' }) drawn?: PlaceInput[] | null;
  @Field(() => Int, { nullable: true, description: '500; at most 2,000.' }) candidateLimit?: number | null;
  @Field(() => Float, { nullable: true, description: 'Of one household: 1.' }) householdWeight?:
    number | null;
  @Field(() => Float, { nullable: true, description: 'Of one incident: 0.' }) incidentWeight?: number | null;
  @Field(() => Float, { nullable: true, description: 'Of one risk point: 0.' }) riskPointWeight?:
    number | null;
  @Field(() => Int, { nullable: true, description: 'Incidents of how many days, 1 to 90: 30.' })
  incidentDays?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Stations there are keep what they cover: true.' })
  keepExisting?: boolean | null;
  @Field(() => Float, { nullable: true, description: 'Most demand one site can serve; null: any.' })
  capacity?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Being covered twice counts half more: false.' })
  backup?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Speeds of this hour; null: free flow.' }) hour?:
    number | null;
}
