import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { showCounty } from './county.service.js';
import { County } from './county.types.js';

@Resolver(() => County)
export class CountyResolver {
  @Query(() => County, {
    nullable: true,
    description:
      'Null until something has been imported. With a base map and no territory, named after it and without a code.',
  })
  county(@Ctx() { database, viewer, simulated }: Context) {
    return showCounty(database, viewer, simulated);
  }
}
