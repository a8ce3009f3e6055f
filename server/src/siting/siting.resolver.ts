import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { SitingInput } from './siting.inputs.js';
import { cancelSiting, showSiting, startSiting } from './siting.service.js';
import { SitingJob } from './siting.types.js';

/** Proposes places for new liaison stations. */
@Resolver()
export class SitingResolver {
  @Query(() => SitingJob, {
    nullable: true,
    description: 'Null when it is no longer known: jobs are kept for an hour.',
  })
  sitingJob(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return showSiting(context, id);
  }

  @Mutation(() => SitingJob, {
    description: 'Runs in the background; ask `sitingJob` how it goes. Two at a time.',
  })
  startSiting(@Ctx() context: Context, @Arg('input', () => SitingInput) input: SitingInput) {
    return startSiting(context, input);
  }

  @Mutation(() => SitingJob)
  cancelSiting(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return cancelSiting(context, id);
  }
}
