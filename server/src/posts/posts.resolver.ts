import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { PageArgs } from '../relay.js';
import { PostFilter } from './posts.inputs.js';
import { findPost, listPosts } from './posts.service.js';
import { Post, PostConnection } from './posts.types.js';

@Resolver(() => Post)
export class PostsResolver {
  @Query(() => PostConnection)
  posts(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PostFilter, { nullable: true }) filter?: PostFilter,
  ) {
    return listPosts(context, info, filter ?? {}, page);
  }

  @Query(() => Post, { nullable: true })
  post(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return findPost(context, info, id);
  }
}
