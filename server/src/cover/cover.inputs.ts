import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { PostKind } from '../database/prisma/enums.js';
import { CoverReading, PostChangeAction } from './cover.types.js';

const MAX_CHANGES = 200;

@InputType({
  description:
    'ADD: kind, name and a place. MOVE: post and place. CLOSE: post. HOURS: post, and both minutes or neither (always open).',
})
export class PostChangeInput {
  @Field(() => PostChangeAction) action!: PostChangeAction;
  @Field(() => ID, { nullable: true }) postId?: string | null;
  @Field(() => PostKind, { nullable: true }) kind?: PostKind | null;
  @Field(() => String, { nullable: true })
  @MaxLength(60)
  name?: string | null;
  @Field(() => Float, { nullable: true }) longitude?: number | null;
  @Field(() => Float, { nullable: true }) latitude?: number | null;
  @Field(() => Int, { nullable: true, description: 'Minutes of the county’s day, 0 to 1439.' })
  opensAtMinute?: number | null;
  @Field(() => Int, { nullable: true, description: 'May lie before `opensAtMinute`: open past midnight.' })
  closesAtMinute?: number | null;
}

@InputType()
export class CoverBoardInput {
  @Field(() => CoverReading, { nullable: true, description: 'BY_TIER.' }) reading?: CoverReading | null;
  @Field(() => Int, { nullable: true, description: '0 to 23 on the county’s clock; null: now.' }) hour?:
    number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Units at their latest positions, not at their home posts.',
  })
  live?: boolean | null;
  @Field(() => ID, { nullable: true }) scenarioId?: string | null;
  @Field(() => [PostChangeInput], {
    nullable: true,
    description: 'After those of the scenario; at most 200.',
  })
  @ArrayMaxSize(MAX_CHANGES)
  changes?: PostChangeInput[] | null;
}

@InputType()
export class CoverScenarioInput {
  @Field(() => ID, { nullable: true, description: 'To replace one.' }) id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; an older one is refused.' })
  version?: number | null;
  @Field()
  @MaxLength(60)
  name!: string;
  @Field(() => String, { nullable: true })
  @MaxLength(500)
  note?: string | null;
  @Field(() => [PostChangeInput])
  @ArrayMaxSize(MAX_CHANGES)
  changes!: PostChangeInput[];
}
