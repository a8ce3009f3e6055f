import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { search } from './search.service.js';
import { SearchResult } from './search.types.js';

@Resolver()
export class SearchResolver {
  @Query(() => [SearchResult], {
    description:
      'By part of a name (written, in pinyin or by initials), an address, the beginning of a code, or an incident’s number.',
  })
  search(
    @Ctx() context: Context,
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
  ) {
    return search(context, text, first);
  }
}
