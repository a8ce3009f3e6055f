import { localViewer, type Database, type Session } from '../../database/index.js';
import { ensurePartition } from '../../database/partitions.js';
import type { PostKind } from '../../database/prisma/enums.js';
import { Refusal } from '../../errors.js';
import { recordEvent } from '../../events/record-event.js';
import { storePosts, type NewPost } from '../../posts/store-posts.js';
import { GridFinder, loadLeafVersions } from '../../territory/grid-finder.js';
import { finishRun, inOrder, outcomeOf, recordRun, stopIfAsked } from '../import-run.js';
import { inspectFile } from '../read/inspect-file.js';
import { readSource } from '../read/read-source.js';
import type { ImportOptions, ImportReport } from '../report/import-report.js';
import { placeName, type Note, type RowRefusal } from '../report/row-refusal.js';
import { findCountyFrame } from '../values/county-frame.js';
import { requireNearCounty } from '../values/plausible.js';
import { findSystem } from '../values/systems.js';
import { checkPosts, hasPlaceColumns, mapPostColumns, type CheckedPost } from './check-posts.js';
import { findPostKind, POST_KINDS } from './post-kinds.js';

export interface PostsImportOptions extends ImportOptions {
  /** Of all posts of the file; else a column says. */
  kind?: string | undefined;
}

/** Takes in posts and what they answer for. @throws Refusal when the file as a whole cannot be taken */
export async function importPosts(
  open: () => Promise<Database>,
  path: string,
  options: PostsImportOptions,
): Promise<ImportReport> {
  const started = performance.now();
  const file = inspectFile(path, ['GeoJSON', 'CSV', 'Shapefile']);
  const kind = options.kind === undefined ? null : requireKind(options.kind);
  const source = readSource(file, options);
  const mapping = mapPostColumns(source, options.columns ?? {});
  if (!kind && !mapping.readers.has('kindColumn'))
    throw new Refusal('BAD_USER_INPUT', 'importPostKindMissing', { kinds: kindNames() });
  const opening = performance.now();
  const database = await open();
  const waited = performance.now() - opening;
  const plan = await database.read(localViewer, async (session) => {
    const county = await findCountyFrame(session);
    if (!county) throw new Refusal('NOT_FOUND', 'countyMissing');
    const located = source.hasGeometry || hasPlaceColumns(mapping);
    const system = located
      ? await findSystem(
          session,
          options.crs,
          source.declaredSystem,
          source.hasGeometry ? 'wgs84' : null,
          options.latitudeFirst ?? false,
        )
      : null;
    if (system) {
      const anywhere = checkPosts(source, mapping, system, kind, [-180, -90, 180, 90]).posts;
      requireNearCounty(
        anywhere.flatMap(({ place }) => (place ? [place] : [])),
        county.box,
        system,
      );
    }
    const { posts, refused } = checkPosts(source, mapping, system, kind, county.box);
    const good = await refuseTaken(session, county.id, posts, refused);
    const scopes = await loadScopes(session, good);
    return { county, system, good, refused: inOrder(refused), scopes };
  });
  const { county, system, good, refused, scopes } = plan;
  const outcome = outcomeOf(options, refused.length, good.length);
  if (outcome === 'written') {
    stopIfAsked(options);
    await ensurePartition(database, 'event', new Date());
    await database.write(localViewer, async (session) => {
      const run = await recordRun(session, 'posts', file.name);
      const finder = new GridFinder(await loadLeafVersions(session));
      const posts: NewPost[] = good.map((post) => {
        const scope = scopes.get(post.jurisdiction ?? '');
        return {
          ...post,
          gridIds: scope?.leaves ?? [],
          territoryId: scope && scope.leaves.length === 0 ? scope.id : null,
        };
      });
      await storePosts(session, county.id, posts, finder);
      await recordEvent(session, {
        topic: 'BOUNDARY',
        subjectId: county.id,
        countyId: county.id,
        bulk: true,
      });
      await finishRun(session, run, posts.length, refused.length);
    });
  }
  return {
    kind: 'posts',
    fileName: file.name,
    format: source.format,
    encoding: source.encoding,
    system,
    timeZone: null,
    mapped: mapping.mapped,
    dropped: source.dropped,
    read: source.records.length,
    taken: outcome === 'refused' ? 0 : good.length,
    refused,
    notes: [
      ...(file.misnamed ? [{ message: 'importMisnamed', parameters: { format: file.format } } as Note] : []),
      ...notesOn(good, scopes),
    ],
    outcome,
    seconds: (performance.now() - started - waited) / 1000,
  };
}

const kindNames = () => POST_KINDS.map((kind) => kind.toLowerCase().replaceAll('_', '-')).join(', ');

function requireKind(text: string): PostKind {
  const kind = findPostKind(text);
  if (!kind)
    throw new Refusal('BAD_USER_INPUT', 'importPostKindUnknown', {
      kind: text.slice(0, 40),
      kinds: kindNames(),
    });
  return kind;
}

async function refuseTaken(
  session: Session,
  countyId: string,
  posts: CheckedPost[],
  refused: RowRefusal[],
): Promise<CheckedPost[]> {
  const rows = await session.query<{ key: string }>(
    `SELECT kind || ' ' || code AS key FROM post WHERE county_id = $1 AND code = ANY($2::text[])`,
    [countyId, posts.map(({ code }) => code)],
  );
  const there = new Set(rows.map(({ key }) => key));
  return posts.filter(({ kind, code, line, feature }) => {
    const taken = code !== null && there.has(`${kind} ${code}`);
    if (taken) refused.push({ line, feature, field: 'code', reason: 'rowCodeTaken', parameters: { code } });
    return !taken;
  });
}

interface Scope {
  id: string;
  /** Identities of the grids below it (or itself). */
  leaves: string[];
}

/** Territories in force by code, a police station's before others of the same code. */
async function loadScopes(session: Session, posts: CheckedPost[]): Promise<Map<string, Scope>> {
  const codes = [...new Set(posts.map(({ jurisdiction }) => jurisdiction).filter((code) => code !== null))];
  const rows = await session.query<{ code: string } & Scope>(
    `WITH RECURSIVE scope AS (
       SELECT DISTINCT ON (code) code, territory_id AS id FROM territory_now WHERE code = ANY($1::text[])
       ORDER BY code, level = 'STATION' DESC, is_leaf, partition = 'POLICE' DESC),
     below AS (
       SELECT s.code AS scope, v.territory_id, v.is_leaf FROM scope s JOIN territory_now v ON v.territory_id = s.id
       UNION SELECT b.scope, v.territory_id, v.is_leaf FROM below b JOIN territory_now v ON v.parent_id = b.territory_id)
     SELECT s.code, s.id, coalesce((SELECT json_agg(b.territory_id) FROM below b WHERE b.scope = s.code AND b.is_leaf), '[]') AS leaves
     FROM scope s`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

function notesOn(posts: CheckedPost[], scopes: Map<string, Scope>): Note[] {
  const unknown = posts.filter(({ jurisdiction }) => jurisdiction !== null && !scopes.has(jurisdiction));
  const placeless = posts.filter(({ place }) => place === null);
  const lines = (some: CheckedPost[]) => ({
    count: some.length,
    lines: some.slice(0, 5).map(placeName).join(', '),
  });
  const notes: Note[] = [];
  if (unknown.length > 0) notes.push({ message: 'importJurisdictionUnknown', parameters: lines(unknown) });
  if (placeless.length > 0) notes.push({ message: 'importPlaceMissing', parameters: lines(placeless) });
  return notes;
}
