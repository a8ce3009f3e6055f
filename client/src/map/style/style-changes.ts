import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** One call that brings a running map from one style to the next. */
export type StyleChange =
  | { kind: 'paint' | 'layout'; layerId: string; name: string; value: unknown }
  | { kind: 'filter'; layerId: string; value: unknown }
  | { kind: 'zoomRange'; layerId: string; minzoom: number; maxzoom: number }
  | { kind: 'tiles'; sourceId: string; tiles: string[] };

/**
 * What must be called to get from `before` to `after`, two styles with the same layers and sources.
 * Throws if the layers differ: a layer that comes and goes would be torn down and built again.
 */
export function listStyleChanges(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  const changes: StyleChange[] = [];
  for (const [sourceId, source] of Object.entries(after.sources)) {
    const old = before.sources[sourceId];
    if (source.type !== 'vector' || old?.type !== 'vector' || !source.tiles) continue;
    if (!isEqual(source.tiles, old.tiles)) changes.push({ kind: 'tiles', sourceId, tiles: source.tiles });
  }
  if (before.layers.length !== after.layers.length) throw new Error('styles differ in their layers');
  after.layers.forEach((layer, index) => {
    const old = before.layers[index];
    if (old?.id !== layer.id) throw new Error(`styles differ in their layers at ${layer.id}`);
    changes.push(...listLayerChanges(old, layer));
  });
  return changes;
}

function listLayerChanges(old: LayerSpecification, layer: LayerSpecification): StyleChange[] {
  const changes: StyleChange[] = [];
  const layerId = layer.id;
  for (const kind of ['paint', 'layout'] as const) {
    const was = (old[kind] ?? {}) as Record<string, unknown>;
    const is = (layer[kind] ?? {}) as Record<string, unknown>;
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (!isEqual(was[name], is[name])) changes.push({ kind, layerId, name, value: is[name] });
    }
  }
  const filterOf = (each: LayerSpecification): unknown => ('filter' in each ? each.filter : undefined);
  if (!isEqual(filterOf(old), filterOf(layer)))
    changes.push({ kind: 'filter', layerId, value: filterOf(layer) });
  const [min, max] = [layer.minzoom ?? 0, layer.maxzoom ?? 24];
  if (min !== (old.minzoom ?? 0) || max !== (old.maxzoom ?? 24)) {
    changes.push({ kind: 'zoomRange', layerId, minzoom: min, maxzoom: max });
  }
  return changes;
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
