import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { showCounty } from './county.service.js';
import { County } from './county.types.js';

@Resolver(() => County)
export class CountyResolver {
  @Query(() => County, { nullable: true, description: 'Null until territory has been imported.' })
  county(@Ctx() { database, viewer, simulated }: Context) {
    return showCounty(database, viewer, simulated);
  }
}
