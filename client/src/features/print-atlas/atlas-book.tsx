import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapPostsDocument, type MapPostsQuery } from '../../graphql/generated/graphql.js';
import { postsToFeatures } from '../../map/features/posts-to-features.js';
import type { PictureOrder } from '../../map/paper/draw-pictures.js';
import { getBounds } from '../../map/get-bounds.js';
import type { Paper } from '../../map/paper/paper.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { Banner } from '../../ui/banner.js';
import { Notice } from '../../ui/notice.js';
import { useEveryPage } from '../show-map/use-every-page.js';
import type { TileSets } from '../show-map/use-tile-sets.js';
import { useCountyName, type County } from '../watch-county/use-county.js';
import { cutIntoPages, listPages, type AtlasScope } from './atlas-grids.js';
import { CoverPage, GridPage, IndexPage } from './atlas-pages.js';
import { AtlasToolbar } from './atlas-toolbar.js';
import './atlas.css';
import { SignPage } from './sign-page.js';
import type { AtlasSource } from './use-atlas-source.js';
import { areBordersKept, useBorderWords } from './use-border-words.js';
import { usePictures } from './use-pictures.js';

export type BookKind = 'atlas' | 'sign';

interface AtlasBookProps {
  kind: BookKind;
  county: County;
  tileSets: TileSets;
  source: AtlasSource;
  /** Grids chosen before; none: the whole book is made at first. */
  chosenIds: readonly string[];
  onBack(): void;
}

const getPosts = (data: MapPostsQuery): MapPostsQuery['posts'] => data.posts;
const shownPosts = new Set(['STATION', 'OFFICE', 'LIAISON_STATION']);

/** How many rows of the index a page holds. */
const indexRows: Record<string, number> = {
  'A4-landscape': 23,
  'A4-portrait': 36,
  'A3-landscape': 30,
  'A3-portrait': 45,
};
const coverKey = 'cover';

/** Signs and names grow with the paper. */
const scaleOf = ({ size }: Paper, kind: BookKind): number =>
  (size === 'A3' ? 1.25 : 1) * (kind === 'sign' ? 1.2 : 1);

/** A book of sheets, one a grid: the atlas with cover and index, or signs. */
export function AtlasBook({ kind, county, tileSets, source, chosenIds, onBack }: AtlasBookProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const countyName = useCountyName(county);
  const [paper, setPaper] = useState<Paper>({
    size: kind === 'sign' ? 'A3' : 'A4',
    orientation: 'landscape',
  });
  const [scopeValue, setScope] = useState(chosenIds.length > 0 ? 'chosen' : 'all');
  const [isPaused, setPaused] = useState(false);
  const scope = useMemo((): AtlasScope => {
    if (scopeValue === 'all') return { kind: 'all' };
    return scopeValue === 'chosen' ? { kind: 'chosen', ids: chosenIds } : { kind: 'parent', id: scopeValue };
  }, [scopeValue, chosenIds]);
  const pages = useMemo(() => listPages(source.grids, scope), [source.grids, scope]);
  const parents = useMemo(() => {
    const names = source.grids.map(({ parentId, parentName }) => [parentId ?? '', parentName ?? ''] as const);
    return [...new Map(names.filter(([id]) => id !== ''))];
  }, [source.grids]);
  const scopeName =
    scope.kind === 'all'
      ? countyName
      : scope.kind === 'parent'
        ? (parents.find(([id]) => id === scope.id)?.[1] ?? '')
        : t('atlas.chosenGrids', { count: pages.length });
  const { nodes: posts } = useEveryPage(MapPostsDocument, getPosts);
  const postFeatures = useMemo(
    () => postsToFeatures(posts.filter((post) => shownPosts.has(post.kind))),
    [posts],
  );
  const book = useRef<HTMLElement>(null);
  const sizes = useMapSizes(book, kind, paper, language, pages.length > 0);
  const orders = useMemo((): PictureOrder[] | null => {
    if (!sizes) return null;
    const cover = sizes.cover && getBounds(pages.map(({ boundary }) => boundary));
    const ownIds = pages.map(({ id }) => id);
    const isWhole = scope.kind === 'all';
    return [
      ...(cover
        ? [
            {
              key: coverKey,
              bounds: cover,
              ownIds: isWhole ? [] : ownIds,
              others: 'parents' as const,
              padding: 0.04,
              ...sizes.cover!,
            },
          ]
        : []),
      ...pages.flatMap(({ id, boundary }) => {
        const bounds = getBounds([boundary]);
        return bounds
          ? [{ key: id, bounds, ownIds: [id], others: 'grids' as const, padding: 0.1, ...sizes.page }]
          : [];
      }),
    ];
  }, [sizes, pages, scope.kind]);
  const { byKey, hasFailed } = usePictures({
    tileSets,
    language,
    grids: source.grids,
    posts: postFeatures,
    orders,
    scale: scaleOf(paper, kind),
    isPaused,
  });
  const borders = useBorderWords(source, pages);
  const rows = cutIntoPages(pages, indexRows[`${paper.size}-${paper.orientation}`]!);
  const firstGridPage = kind === 'atlas' ? 2 + rows.length : 1;
  const count = firstGridPage - 1 + pages.length;
  const page = (number: number) => ({ paper, number, count, countyName });
  const title = t(source.partition === 'SOCIAL' ? 'atlas.titleSocial' : 'atlas.titlePolice', {
    county: countyName,
  });
  return (
    <>
      <AtlasToolbar
        scope={scopeValue}
        scopes={[
          { value: 'all', label: t('atlas.wholeCounty', { count: source.grids.length }) },
          ...(chosenIds.length > 0
            ? [{ value: 'chosen', label: t('atlas.chosenGrids', { count: chosenIds.length }) }]
            : []),
          ...parents.map(([value, label]) => ({ value, label })),
        ]}
        paper={paper}
        drawn={byKey.size}
        count={orders?.length ?? pages.length}
        isPaused={isPaused}
        onScope={setScope}
        onPaper={setPaper}
        onPause={setPaused}
        onBack={onBack}
      />
      <main
        ref={book}
        className="print-desk atlas-desk"
        aria-label={title}
        data-testid="atlas-book"
        data-map-idle={orders !== null && byKey.size === orders.length}
      >
        <div className="atlas-notes">
          {hasFailed && <Banner tone="danger">{t('atlas.mapFailed')}</Banner>}
          <Banner tone="plain">{t(areBordersKept(source.plan) ? 'atlas.kept' : 'atlas.notKept')}</Banner>
        </div>
        {pages.length === 0 && <Notice kind="empty" title={t('atlas.nothing')} />}
        {kind === 'atlas' && pages.length > 0 && (
          <>
            <CoverPage
              {...page(1)}
              county={county}
              source={source}
              pages={pages}
              title={title}
              scopeName={scopeName}
              isWhole={scope.kind === 'all'}
              picture={byKey.get(coverKey) ?? null}
            />
            {rows.map((own, index) => (
              <IndexPage
                key={index}
                {...page(2 + index)}
                isSimulated={county.simulated}
                title={title}
                rows={own.map((grid) => ({ grid, page: firstGridPage + pages.indexOf(grid) }))}
              />
            ))}
          </>
        )}
        {pages.map((grid, index) => {
          const props = {
            ...page(firstGridPage + index),
            isSimulated: county.simulated,
            grid,
            picture: byKey.get(grid.id) ?? null,
            borders: borders.get(grid.id),
            onWrite: (words: Parameters<typeof borders.write>[1]) => borders.write(grid, words),
          };
          return kind === 'atlas' ? (
            <GridPage key={grid.id} {...props} source={source} />
          ) : (
            <SignPage key={grid.id} {...props} />
          );
        })}
      </main>
    </>
  );
}

interface Size {
  width: number;
  height: number;
}

/** How large the maps stand on the sheets, measured there: CSS pixels. A book of signs has no cover. */
function useMapSizes(
  book: React.RefObject<HTMLElement | null>,
  kind: BookKind,
  paper: Paper,
  language: string,
  hasPages: boolean,
): { cover: Size | null; page: Size } | null {
  const [sizes, setSizes] = useState<{ cover: Size | null; page: Size } | null>(null);
  useEffect(() => {
    const boxes = [...(book.current?.querySelectorAll<HTMLElement>('.atlas-map') ?? [])];
    const measure = ({ clientWidth, clientHeight }: HTMLElement): Size => ({
      width: clientWidth,
      height: clientHeight,
    });
    const own = boxes[kind === 'atlas' ? 1 : 0];
    if (!own) return setSizes(null);
    setSizes({ cover: kind === 'atlas' ? measure(boxes[0]!) : null, page: measure(own) });
  }, [book, kind, paper, language, hasPages]);
  return sizes;
}
