import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Connection } from './database/connection.js';

@ObjectType({ simpleResolvers: true })
class PageInfo {
  @Field() hasNextPage!: boolean;
  @Field() hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** Arguments of every list. `first` is at most 1,000. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string;
}

/** The Relay connection type over a node type: `XConnection` with `XEdge`s. */
export function connectionOf<Node extends object>(
  NodeType: ClassType<Node>,
  name: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field(() => NodeType) node!: Node;
    @Field() cursor!: string;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class ConnectionType {
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int) totalCount!: number;
  }
  return ConnectionType;
}
