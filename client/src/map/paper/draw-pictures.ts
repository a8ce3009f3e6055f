import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { createMap } from '../create-map.js';
import { collection, feature } from '../features/collection.js';
import { getMetresPerPixel } from '../scale-bar.js';
import { installIcons } from '../use-icons.js';
import { getPalette } from '../../ui/tokens.js';
import type { Bounds } from '../../state/view-store.js';
import { ownLayers } from './atlas-style.js';
import { listBorders, type GridShape } from './grid-shapes.js';
import { listLabels } from './page-labels.js';

/** What one page's map shows. */
export interface PictureOrder {
  key: string;
  /** Degrees; all of it lies on the picture, with some room around. */
  bounds: Bounds;
  /** The page's own grids; the others are drawn fainter. Empty: all alike. */
  ownIds: readonly string[];
  /** How the others are named: each by its name, or only what they belong to. */
  others: 'grids' | 'parents';
  /** Kept free around `bounds`, a share of the shorter side. */
  padding: number;
  /** CSS pixels. */
  width: number;
  height: number;
}

export interface Picture {
  url: string;
  /** On the ground, of one CSS pixel at the middle of the picture. */
  metresPerPixel: number;
}

export interface PressInput {
  style: StyleSpecification;
  grids: readonly GridShape[];
  posts: FeatureCollection;
  iconScale: number;
}

/** Twice the screen's own density: about 190 points to the inch on paper. */
const pixelRatio = 2;
/** Closer no tile is more exact. */
const closest = 17.5;
/** A picture that no tile comes for is taken as it is. */
const longestWait = 30_000;

/** Draws one picture after the other with a single map that nobody sees. */
export class Press {
  readonly #frame: HTMLDivElement;
  readonly #map: MapLibreMap;
  readonly #grids: readonly GridShape[];
  readonly #ready: Promise<void>;

  /** Throws where the browser cannot draw maps. */
  constructor({ style, grids, posts, iconScale }: PressInput) {
    this.#grids = grids;
    this.#frame = document.createElement('div');
    this.#frame.className = 'atlas-press';
    this.#frame.setAttribute('aria-hidden', 'true');
    document.body.append(this.#frame);
    try {
      this.#map = createMap({
        container: this.#frame,
        style,
        interactive: false,
        pixelRatio,
        fadeDuration: 0,
        trackResize: false,
        canvasContextAttributes: { preserveDrawingBuffer: true },
      });
    } catch (error) {
      this.#frame.remove();
      throw error;
    }
    this.#map.getCanvas().tabIndex = -1;
    // A tile that does not come leaves its place empty; the others are drawn.
    this.#map.on('error', () => undefined);
    installIcons(this.#map, { palette: getPalette('print'), iconScale });
    this.#ready = this.#load(grids, posts);
  }

  async #load(grids: readonly GridShape[], posts: FeatureCollection): Promise<void> {
    await new Promise((resolve) => this.#map.once('style.load', resolve));
    const areas = grids.map(({ id, boundary }) => feature(boundary, { id }));
    const contents: Record<string, FeatureCollection> = {
      'atlas-grids': collection(areas),
      'atlas-borders': collection(listBorders(grids)),
      posts,
    };
    await Promise.all(
      Object.entries(contents).map(([id, data]) => this.#map.getSource<GeoJSONSource>(id)?.setData(data)),
    );
  }

  /** One picture; its address lives until `URL.revokeObjectURL`. */
  async draw({ bounds, ownIds, others, padding, width, height }: PictureOrder): Promise<Picture> {
    await this.#ready;
    const map = this.#map;
    Object.assign(this.#frame.style, { width: `${width}px`, height: `${height}px` });
    map.resize();
    const isOwn = ['in', ['get', 'id'], ['literal', [...ownIds]]] as FilterSpecification;
    map.setFilter(ownLayers.veil, ownIds.length > 0 ? (['!', isOwn] as FilterSpecification) : false);
    for (const layer of [ownLayers.band, ownLayers.line]) map.setFilter(layer, isOwn);
    map.fitBounds(bounds, {
      padding: Math.round(Math.min(width, height) * padding),
      maxZoom: closest,
      duration: 0,
    });
    const view = map.getBounds().toArray().flat() as Bounds;
    const labels = listLabels(this.#grids, view, { ownIds, others });
    await map.getSource<GeoJSONSource>('atlas-names')?.setData(collection(labels));
    await this.#settle();
    const blob = await new Promise<Blob | null>((resolve) => map.getCanvas().toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the canvas gave no picture');
    return {
      url: URL.createObjectURL(blob),
      metresPerPixel: getMetresPerPixel(map.getCenter().lat, map.getZoom()),
    };
  }

  /** Until everything asked for has come and is drawn. */
  #settle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longestWait);
      this.#map.once('idle', () => {
        clearTimeout(timer);
        resolve();
      });
      this.#map.triggerRepaint();
    });
  }

  close(): void {
    this.#map.remove();
    this.#frame.remove();
  }
}
