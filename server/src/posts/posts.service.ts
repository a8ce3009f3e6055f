import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { readConnection, type Connection, type Page } from '../database/connection.js';
import { requestedFields } from '../database/look-ahead.js';
import { readRecord } from '../database/record.js';
import type { PostFilter } from './posts.inputs.js';
import { postSelection, postSelectionAt, postWhere } from './posts.sql.js';
import type { Post } from './posts.types.js';

export function listPosts(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  filter: PostFilter,
  page: Page,
): Promise<Connection<Post>> {
  return database.read(viewer, (session) =>
    readConnection<Post>(session, info, page, (parameters) => ({
      selection: postSelectionAt(filter.at),
      from: 'post p',
      alias: 'p',
      where: postWhere(filter, parameters),
      order: [
        { sql: 'p.kind', type: 'post_kind', direction: 'ASC' },
        { sql: 'p.name', type: 'text', direction: 'ASC' },
        { sql: 'p.id', type: 'uuid', direction: 'ASC' },
      ],
    })),
  );
}

export function findPost(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  id: string,
): Promise<Post | null> {
  return database.read(viewer, (session) =>
    readRecord<Post>(
      session,
      requestedFields(info),
      postSelection,
      (parameters) => `FROM post r WHERE r.id = ${parameters.add(id, 'uuid')}`,
    ),
  );
}
