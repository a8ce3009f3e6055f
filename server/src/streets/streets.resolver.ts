import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { PlaceInput } from '../reach/reach.inputs.js';
import { findStreetLine } from './street-line.js';
import { TravelSettingsInput } from './streets.inputs.js';
import { changeTravelSettings, showStreetNetwork, showTravelSettings } from './streets.service.js';
import { StreetLine, StreetNetwork, TravelSettings } from './streets.types.js';

@Resolver()
export class StreetsResolver {
  @Query(() => StreetNetwork, { nullable: true, description: 'Null while there are no streets.' })
  streetNetwork(@Ctx() context: Context) {
    return showStreetNetwork(context);
  }

  @Query(() => StreetLine, {
    description:
      'The shortest line along streets of any kind, in either direction: for a border to follow. Each place within 60 m of a street.',
  })
  streetLine(
    @Ctx() context: Context,
    @Arg('from', () => PlaceInput) from: PlaceInput,
    @Arg('to', () => PlaceInput) to: PlaceInput,
  ) {
    return findStreetLine(context, from, to);
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
