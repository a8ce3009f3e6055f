import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Candidate } from '../state/selection.js';
import { useViewStore, type Bounds } from '../state/view-store.js';
import type { Palette } from '../ui/tokens.js';
import { createMap } from './create-map.js';
import './map-canvas.css';
import { useCamera } from './use-camera.js';
import { useFeatureSync, type FeatureSets } from './use-feature-sync.js';
import { useGridStates, type GridStates } from './use-grid-states.js';
import { installIcons, useIconTheme } from './use-icons.js';
import { usePointer } from './use-pointer.js';
import { setInitialStyle, useStyleSync } from './use-style-sync.js';

interface MapCanvasProps {
  /** Accessible name of the map region. */
  label: string;
  style: StyleSpecification;
  palette: Palette;
  iconScale: number;
  features: Partial<FeatureSets>;
  gridStates: GridStates;
  /** Where to look when nothing else was asked for: the county. */
  home: Bounds;
  isInteractive: boolean;
  /** For paper: pixels of the canvas to one of CSS. Such a canvas keeps what it shows, for a printer to take. */
  paperPixelRatio?: number;
  /** Labels stand at once instead of fading in: each step of a fade is a frame of the whole map. */
  isWithoutFade?: boolean;
  /** Pixels covered by panels at each side when fitting the county. */
  padding?: { top: number; right: number; bottom: number; left: number };
  /** Left out: the pointer is somebody else's business. */
  onPick?(candidates: Candidate[]): void;
  /** What to show beside the pointer for what it is over. */
  describe?(candidates: Candidate[]): ReactNode;
  /** The graphics context was lost for good, or never came. */
  onFailure(): void;
  /** What lies over the map and listens to it. */
  children?(map: MapLibreMap): ReactNode;
}

/** The one Map: takes a style, features and states as they should be, and brings the running map there. */
export function MapCanvas(props: MapCanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const first = useRef(props);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const [epoch, setEpoch] = useState(0);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const { style, home, isInteractive, padding, paperPixelRatio, isWithoutFade, onFailure } = first.current;
    const { camera } = useViewStore.getState();
    let created: MapLibreMap;
    try {
      created = createMap({
        container: element,
        style,
        interactive: isInteractive,
        ...(isWithoutFade && { fadeDuration: 0 }),
        ...(paperPixelRatio && {
          pixelRatio: paperPixelRatio,
          canvasContextAttributes: { preserveDrawingBuffer: true },
        }),
        ...(camera
          ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
          : { bounds: home, fitBoundsOptions: { padding: padding ?? 24 } }),
      });
    } catch {
      onFailure();
      return;
    }
    setInitialStyle(created, style);
    installIcons(created, { palette: first.current.palette, iconScale: first.current.iconScale });
    element.dataset.mapIdle = 'false';
    let lossTimer: ReturnType<typeof setTimeout> | undefined;
    created.once('style.load', () => setMap(created));
    created.on('idle', () => (element.dataset.mapIdle = 'true'));
    created.on('dataloading', () => (element.dataset.mapIdle = 'false'));
    created.on('movestart', () => (element.dataset.mapIdle = 'false'));
    if (!isInteractive) {
      // Nobody can move an unattended map back: it keeps the county in view whatever happens to its frame.
      created.on('resize', () => created.fitBounds(home, { padding: padding ?? 24, duration: 0 }));
    }
    created.on('webglcontextlost', () => {
      lossTimer = setTimeout(() => first.current.onFailure(), 10_000);
    });
    created.on('webglcontextrestored', () => {
      clearTimeout(lossTimer);
      setEpoch((value) => value + 1);
    });
    // Missing tiles are retried by the map itself and shown by the age of the data; nothing to do per tile.
    created.on('error', () => undefined);
    return () => {
      clearTimeout(lossTimer);
      setMap(null);
      created.remove();
    };
  }, []);

  useEffect(() => {
    const canvas = map?.getCanvas();
    canvas?.setAttribute('aria-label', props.label);
    if (canvas && !props.isInteractive) canvas.tabIndex = -1;
  }, [map, props.label, props.isInteractive]);
  useIconTheme(map, props.palette, props.iconScale);
  useStyleSync(map, props.style);
  useFeatureSync(map, props.features, epoch);
  useGridStates(map, props.gridStates, epoch);
  useCamera(map);
  const hover = usePointer(props.isInteractive && props.onPick ? map : null, props.onPick);

  return (
    <div className="map-frame">
      <div ref={container} className="map-canvas" data-testid="map" />
      {hover?.sign && (
        <div
          className="map-hover-ring"
          style={{ left: hover.sign.x, top: hover.sign.y }}
          role="presentation"
        />
      )}
      {hover && props.describe && (
        <div className="map-hover" style={{ left: hover.x, top: hover.y }} role="presentation">
          {props.describe(hover.candidates)}
        </div>
      )}
      {map && props.children?.(map)}
    </div>
  );
}
