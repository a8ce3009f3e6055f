import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { TravelSettingsInput } from './streets.inputs.js';
import { changeTravelSettings, showStreetNetwork, showTravelSettings } from './streets.service.js';
import { StreetNetwork, TravelSettings } from './streets.types.js';

@Resolver()
export class StreetsResolver {
  @Query(() => StreetNetwork, { nullable: true, description: 'Null while there are no streets.' })
  streetNetwork(@Ctx() context: Context) {
    return showStreetNetwork(context);
  }

  @Query(() => TravelSettings)
  travelSettings(@Ctx() context: Context) {
    return showTravelSettings(context);
  }

  @Mutation(() => TravelSettings, { description: 'What is left out stays as it is.' })
  setTravelSettings(
    @Ctx() context: Context,
    @Arg('input', () => TravelSettingsInput) input: TravelSettingsInput,
  ) {
    return changeTravelSettings(context, input);
  }
}
