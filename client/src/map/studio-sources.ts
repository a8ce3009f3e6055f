import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { StudioSourceId } from './style/build-studio-style.js';

/**
 * Fills one source of the studio's map. What comes while the map's worker is busy is put together, so that a drag never
 * queues up behind itself.
 */
export class SourceWriter {
  private next: FeatureCollection | null = null;
  /** By feature id; null: to be removed. */
  private changes = new Map<string, Feature | null>();
  private isBusy = false;

  constructor(
    private readonly map: MapLibreMap,
    private readonly id: StudioSourceId,
  ) {}

  /** Puts these features in place of all. */
  set(features: Feature[]): void {
    this.next = { type: 'FeatureCollection', features };
    this.changes.clear();
    void this.run();
  }

  /** Puts some features in place of those with the same id; null takes one away. */
  update(changes: Iterable<readonly [id: string, feature: Feature | null]>): void {
    for (const [id, feature] of changes) this.changes.set(id, feature);
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      while (this.next ?? this.changes.size > 0) {
        const source = this.map.getSource<GeoJSONSource>(this.id);
        if (!source) return;
        if (this.next) {
          const data = this.next;
          this.next = null;
          await source.setData(data);
        } else {
          const all = [...this.changes];
          this.changes = new Map();
          await source.updateData({
            remove: all.flatMap(([id, feature]) => (feature ? [] : [id])),
            add: all.flatMap(([, feature]) => (feature ? [feature] : [])),
          });
        }
      }
    } catch {
      // The map was removed, or its context is lost: all is set again when it comes back.
    } finally {
      this.isBusy = false;
    }
  }
}
