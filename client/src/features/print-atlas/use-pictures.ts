import type { FeatureCollection } from 'geojson';
import type { FontFacesSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { buildAtlasStyle } from '../../map/paper/atlas-style.js';
import { Press, type Picture, type PictureOrder } from '../../map/paper/draw-pictures.js';
import type { GridShape } from '../../map/paper/grid-shapes.js';
import { collectFontFaces } from '../../map/style/fonts.js';
import type { Language } from '../../state/preference-store.js';
import { withRevision, type TileSets } from '../show-map/use-tile-sets.js';

interface PicturesInput {
  tileSets: TileSets;
  language: Language;
  grids: readonly GridShape[];
  posts: FeatureCollection;
  /** In the order to be drawn; null until the paper has been measured. */
  orders: readonly PictureOrder[] | null;
  /** Of signs and names, against a screen's. */
  scale: number;
  isPaused: boolean;
}

export interface Pictures {
  byKey: ReadonlyMap<string, Picture>;
  hasFailed: boolean;
}

const none: ReadonlyMap<string, Picture> = new Map();
let fontFaces: FontFacesSpecification | undefined;

const identify = ({ key, width, height, bounds }: PictureOrder): string =>
  `${key} ${width}x${height} ${bounds}`;

/**
 * The maps of the pages, drawn one after the other by a map of its own. Pausing keeps what is drawn and goes on from
 * there; another language, paper or set of grids begins anew.
 */
export function usePictures({
  tileSets,
  language,
  grids,
  posts,
  orders,
  scale,
  isPaused,
}: PicturesInput): Pictures {
  const [pictures, setPictures] = useState(none);
  const [hasFailed, setHasFailed] = useState(false);
  const done = useRef(new Map<string, Picture>());
  // What every picture depends on: when it changes none of them holds any longer.
  useEffect(() => {
    const kept = done.current;
    return () => {
      kept.forEach(({ url }) => URL.revokeObjectURL(url));
      kept.clear();
      setPictures(none);
    };
  }, [tileSets, language, grids, posts, scale]);
  useEffect(() => {
    if (!orders || isPaused) return;
    const publish = (): void =>
      setPictures(
        new Map(
          orders.flatMap((order) => {
            const picture = done.current.get(identify(order));
            return picture ? [[order.key, picture] as const] : [];
          }),
        ),
      );
    publish();
    const missing = orders.filter((order) => !done.current.has(identify(order)));
    if (missing.length === 0) return;
    let isStopped = false;
    let press: Press | undefined;
    const run = async (): Promise<void> => {
      fontFaces ??= collectFontFaces(document);
      const { base, territory, incidents } = tileSets;
      const sets = { base: withRevision(base), territory: withRevision(territory), incidents };
      press = new Press({
        style: buildAtlasStyle({ tileSets: sets, language, fontFaces, scale }),
        grids,
        posts,
        iconScale: scale,
      });
      for (const order of missing) {
        const picture = await press.draw(order);
        if (isStopped) {
          URL.revokeObjectURL(picture.url);
          return;
        }
        done.current.set(identify(order), picture);
        publish();
      }
    };
    setHasFailed(false);
    run()
      .catch(() => !isStopped && setHasFailed(true))
      .finally(() => press?.close());
    return () => {
      isStopped = true;
    };
  }, [tileSets, language, grids, posts, orders, scale, isPaused]);
  return { byKey: pictures, hasFailed };
}
