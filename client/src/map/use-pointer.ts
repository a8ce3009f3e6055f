import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { Candidate } from '../state/selection.js';
import { interactiveLayers } from './layers/index.js';

/** How far from a sign a click may land, CSS pixels. */
const reach = 5;

const kindByLayer = new Map(interactiveLayers);
const rankByLayer = new Map(interactiveLayers.map(([id], index) => [id, index]));

interface Found extends Candidate {
  rank: number;
  /** Where its sign stands on the screen, if it has one. */
  sign: { x: number; y: number } | null;
}

/** Everything selectable near a point of the screen, topmost first, each once. */
function listFound(map: MapLibreMap, x: number, y: number): Found[] {
  const layers = interactiveLayers.map(([id]) => id).filter((id) => map.getLayer(id));
  const area: [[number, number], [number, number]] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const near = map.queryRenderedFeatures(area, { layers: layers.filter((id) => id !== 'grids-fill') });
  const under = map.queryRenderedFeatures([x, y], { layers: layers.filter((id) => id === 'grids-fill') });
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const { layer, properties, geometry } of [...near, ...under]) {
    const kind = kindByLayer.get(layer.id);
    const id = properties.id === undefined ? '' : String(properties.id);
    if (!kind || !id || seen.has(`${kind}:${id}`)) continue;
    seen.add(`${kind}:${id}`);
    const name = String(properties.name ?? properties.callSign ?? properties.kind ?? properties.code ?? '');
    const sign = geometry.type === 'Point' ? map.project(geometry.coordinates as [number, number]) : null;
    found.push({ kind, id, name, sign, rank: rankByLayer.get(layer.id) ?? 0 });
  }
  return found.sort((a, b) => a.rank - b.rank);
}

const toCandidate = ({ kind, id, name }: Found): Candidate => ({ kind, id, name });

export interface Hover {
  x: number;
  y: number;
  candidates: Candidate[];
  /** Where the topmost sign under the pointer stands. */
  sign: { x: number; y: number } | null;
}

/** Reports clicks and tells what the pointer is over. */
export function usePointer(
  map: MapLibreMap | null,
  onPick?: (candidates: Candidate[]) => void,
): Hover | null {
  const [hover, setHover] = useState<Hover | null>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    if (!map) return;
    let frame = 0;
    const onMove = ({ point }: MapMouseEvent): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const found = map.isMoving() ? [] : listFound(map, point.x, point.y);
        map.getCanvas().style.cursor = found.length > 0 ? 'pointer' : '';
        const { x, y } = point;
        setHover(
          found.length > 0 ? { x, y, candidates: found.map(toCandidate), sign: found[0]!.sign } : null,
        );
      });
    };
    const onLeave = (): void => {
      cancelAnimationFrame(frame);
      setHover(null);
    };
    const onClick = ({ point }: MapMouseEvent): void =>
      pick.current?.(listFound(map, point.x, point.y).map(toCandidate));
    map.on('mousemove', onMove);
    map.on('mouseout', onLeave);
    map.on('movestart', onLeave);
    map.on('click', onClick);
    return () => {
      cancelAnimationFrame(frame);
      map.off('mousemove', onMove);
      map.off('mouseout', onLeave);
      map.off('movestart', onLeave);
      map.off('click', onClick);
    };
  }, [map]);
  useGridHover(map, hover?.candidates.find(({ kind }) => kind === 'grid')?.id ?? null);
  return hover;
}

function useGridHover(map: MapLibreMap | null, gridId: string | null): void {
  useEffect(() => {
    if (!map || gridId === null) return;
    const target = { source: 'territory', sourceLayer: 'territory', id: gridId };
    map.setFeatureState(target, { hover: true });
    return () => {
      // The map may have been removed between.
      if (map.getSource('territory')) map.setFeatureState(target, { hover: false });
    };
  }, [map, gridId]);
}
