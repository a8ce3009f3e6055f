import type { Feature } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { createMap } from '../../map/create-map.js';
import { installIcons } from '../../map/use-icons.js';
import type { Palette } from '../../ui/tokens.js';

/** What belongs to working on the map in front: nobody works on the one behind. */
const leftOut = /^studio-(sketch|chosen|hot|in-force)/;

const nothing = { type: 'FeatureCollection' as const, features: [] };

/** The style of the map in front, without its contents. */
function toBehind(style: StyleSpecification): StyleSpecification {
  return {
    ...style,
    sources: Object.fromEntries(
      Object.entries(style.sources).map(([id, source]) => [
        id,
        source.type === 'geojson' ? { ...source, data: nothing } : source,
      ]),
    ),
    layers: style.layers.filter(({ id }) => !leftOut.test(id)),
  };
}

interface IconLook {
  palette: Palette;
  iconScale: number;
}

export interface SideFeatures {
  areas: Feature[];
  labels: Feature[];
}

/**
 * A second map that looks where the first one looks. In a swipe it lies over the whole of it and is never touched; side
 * by side it has the left half, and the first one keeps its middle in the right half.
 */
export class BehindMap {
  readonly #map: MapLibreMap;
  readonly #front: MapLibreMap;
  readonly #isSwipe: boolean;
  readonly #ready: Promise<unknown>;
  #isFollowing = false;

  constructor(front: MapLibreMap, container: HTMLElement, isSwipe: boolean, look: IconLook) {
    this.#front = front;
    this.#isSwipe = isSwipe;
    this.#map = createMap({
      container,
      style: toBehind(front.getStyle()),
      interactive: !isSwipe,
      center: front.getCenter(),
      zoom: front.getZoom(),
    });
    installIcons(this.#map, look);
    this.#map.getCanvas().tabIndex = -1;
    // Tiles that do not come are asked for again by the map itself.
    this.#map.on('error', () => undefined);
    this.#ready = new Promise((resolve) => this.#map.once('style.load', resolve));
    front.on('move', this.#follow);
    front.on('resize', this.#fit);
    this.#map.on('move', this.#lead);
    this.#fit();
  }

  /** The grids of this side, and the land that changes hands. */
  show(grids: SideFeatures | null, parcels: Feature[]): void {
    const contents = {
      'studio-grids': grids?.areas ?? [],
      'studio-labels': grids?.labels ?? [],
      'studio-highlights': parcels,
    };
    void this.#ready.then(() => {
      for (const [id, features] of Object.entries(contents))
        void this.#map.getSource<GeoJSONSource>(id)?.setData({ type: 'FeatureCollection', features });
    });
  }

  close(): void {
    this.#front.off('move', this.#follow);
    this.#front.off('resize', this.#fit);
    if (!this.#isSwipe) this.#front.setPadding({ left: 0, top: 0, right: 0, bottom: 0 });
    this.#map.remove();
  }

  readonly #fit = (): void => {
    if (!this.#isSwipe)
      this.#front.setPadding({
        left: this.#front.getContainer().clientWidth / 2,
        top: 0,
        right: 0,
        bottom: 0,
      });
    this.#map.resize();
    this.#follow();
  };

  readonly #follow = (): void => this.#copy(this.#front, this.#map);
  readonly #lead = (): void => this.#copy(this.#map, this.#front);

  /** Each follows the other; what it does for that is no news to the other. */
  #copy(from: MapLibreMap, to: MapLibreMap): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() });
    this.#isFollowing = false;
  }
}
