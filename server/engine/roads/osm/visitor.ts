/** Tags of an OSM object, without a prototype (a key may be called `constructor`). */
export type OsmTags = Readonly<Record<string, string | undefined>>;

export type OsmMemberType = 'node' | 'way' | 'relation';

export interface OsmMember {
  readonly type: OsmMemberType;
  readonly id: number;
  readonly role: string;
}

/**
 * What a reader tells about a file, object by object, in the order of the file. A method left out
 * is a kind of object nobody wants: the reader then skips it unread. An id may be above 2^32 (but is
 * a safe integer) and negative in files from editors. Arrays belong to the callee: they are not used again.
 */
export interface OsmVisitor {
  /** Degrees are WGS84, rounded to 1e-7. `tags` is null for the many nodes without any. */
  node?(id: number, longitude: number, latitude: number, tags: OsmTags | null): void;
  /** `nodeIds` in the direction of the way; the first equals the last when the way is closed. */
  way?(id: number, nodeIds: number[], tags: OsmTags | null): void;
  relation?(id: number, members: OsmMember[], tags: OsmTags | null): void;
}
