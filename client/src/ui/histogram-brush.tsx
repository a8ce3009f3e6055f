import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import {
  drawWindow,
  listBars,
  listEdges,
  placeEnd,
  shiftWindow,
  stepEnd,
  toInstant,
  toX,
  type Bar,
  type HistogramBucket,
  type TimeWindow,
} from './histogram-geometry.js';
import { useWidth } from './use-width.js';
import './styles/histogram-brush.css';

export interface HistogramBrushProps {
  /** Steps of time without gaps, oldest first. Instants are epoch milliseconds. */
  buckets: readonly HistogramBucket[];
  from: number;
  to: number;
  value: TimeWindow;
  onChange(value: TimeWindow): void;
  /** When the pointer lets go or a key was pressed: the moment to ask the server. */
  onChangeEnd?(value: TimeWindow): void;
  formatInstant(instant: number): string;
  /** What the axis says; `formatInstant` where it is not given. */
  formatTick?(instant: number): string;
  label: string;
  labels: {
    start: string;
    end: string;
    empty: string;
    loading: string;
    /** What is said of the bar under the pointer. */
    readOut(bar: { from: number; to: number; count: number; urgent: number }): string;
  };
  isLoading?: boolean;
  /** Height of the bars, CSS pixels. */
  height?: number;
}

type Grip = 'from' | 'to' | 'window' | 'draw';

interface Drag {
  grip: Grip;
  /** Where it began: place and instant, and the window then. */
  x: number;
  at: number;
  value: TimeWindow;
  latest: TimeWindow;
  hasMoved: boolean;
}

/** How near a handle a press still means the handle, CSS pixels. */
const catchDistance = { mouse: 8, touch: 22 };

/**
 * How much happened when, with a window to drag over it. Drag an end, the window, or beside it to draw a new
 * one; with the keyboard, arrow keys move an end by a step, Page keys by ten, and with Shift the whole window.
 */
export function HistogramBrush(props: HistogramBrushProps) {
  const { buckets, from, to, value, onChange, onChangeEnd, labels, isLoading = false, height = 88 } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [hovered, setHovered] = useState<number | null>(null);
  const drag = useRef<Drag | null>(null);
  const patternId = useId();
  const extent: TimeWindow = useMemo(() => [from, to], [from, to]);
  const edges = useMemo(() => listEdges(buckets, extent), [buckets, extent]);
  const bars = useMemo(() => listBars(buckets, extent, width, height), [buckets, extent, width, height]);
  const isEmpty = !isLoading && buckets.every(({ count }) => count === 0);
  const [startX, endX] = [toX(value[0], extent, width), toX(value[1], extent, width)];

  const placeOf = (event: PointerEvent<HTMLElement>): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;

  const gripAt = (x: number, isTouch: boolean): Grip => {
    const reach = isTouch ? catchDistance.touch : catchDistance.mouse;
    const [toStart, toEnd] = [Math.abs(x - startX), Math.abs(x - endX)];
    if (Math.min(toStart, toEnd) <= reach) return toStart < toEnd ? 'from' : 'to';
    const isWhole = value[0] <= from && value[1] >= to;
    return x > startX && x < endX && !isWhole ? 'window' : 'draw';
  };

  const follow = (x: number): TimeWindow => {
    const { grip, at, value: before } = drag.current!;
    const instant = toInstant(x, extent, width);
    if (grip === 'window') return shiftWindow(before, instant - at, extent, edges);
    if (grip === 'draw') return drawWindow(at, instant, edges);
    return placeEnd(before, grip, instant, edges);
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || width === 0) return;
    const x = placeOf(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      grip: gripAt(x, event.pointerType === 'touch'),
      x,
      at: toInstant(x, extent, width),
      value,
      latest: value,
      hasMoved: false,
    };
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const x = placeOf(event);
    const instant = toInstant(x, extent, width);
    const index = buckets.findLastIndex((bucket) => bucket.from <= instant);
    setHovered(index < 0 ? null : index);
    if (!drag.current) return;
    if (!drag.current.hasMoved && Math.abs(x - drag.current.x) < 3) return;
    drag.current.hasMoved = true;
    const next = follow(x);
    if (next[0] === drag.current.latest[0] && next[1] === drag.current.latest[1]) return;
    drag.current.latest = next;
    onChange(next);
  };

  const onLetGo = (): void => {
    const ended = drag.current;
    drag.current = null;
    if (!ended) return;
    // A press beside the window, without dragging, brings the window there.
    if (!ended.hasMoved && ended.grip === 'draw') {
      const middle = (ended.value[0] + ended.value[1]) / 2;
      ended.latest = shiftWindow(ended.value, ended.at - middle, extent, edges);
      onChange(ended.latest);
    }
    if (ended.latest !== ended.value) onChangeEnd?.(ended.latest);
  };

  const onKey = (end: 'from' | 'to', event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -10,
      PageUp: 10,
      Home: -edges.length,
      End: edges.length,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const step = (to - from) / Math.max(1, edges.length - 1);
    const next = event.shiftKey
      ? shiftWindow(value, by * step, extent, edges)
      : stepEnd(value, end, by, edges);
    onChange(next);
    onChangeEnd?.(next);
  };

  const shown = hovered === null ? undefined : bars[hovered];
  return (
    <div className="ui-brush" role="group" aria-label={props.label} aria-busy={isLoading}>
      <p className="ui-brush-read-out" aria-hidden="true">
        {shown && !isLoading
          ? labels.readOut(shown)
          : `${props.formatInstant(value[0])} – ${props.formatInstant(value[1])}`}
      </p>
      <div
        ref={frame}
        className="ui-brush-plot"
        style={{ height }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setHovered(null)}
        onLostPointerCapture={onLetGo}
      >
        <Plot {...{ bars, value, width, height, hovered, patternId, isLoading }} />
        {isEmpty && (
          <p className="ui-brush-note">
            <span>{labels.empty}</span>
          </p>
        )}
        {isLoading && <p className="sr-only">{labels.loading}</p>}
        <div className="ui-brush-window" style={{ left: startX, width: Math.max(0, endX - startX) }} />
        {(['from', 'to'] as const).map((end) => {
          const instant = value[end === 'from' ? 0 : 1];
          return (
            <div
              key={end}
              className="ui-brush-handle"
              data-end={end}
              style={{ left: end === 'from' ? startX : endX }}
              role="slider"
              tabIndex={0}
              aria-label={end === 'from' ? labels.start : labels.end}
              aria-valuemin={end === 'from' ? from : value[0]}
              aria-valuemax={end === 'from' ? value[1] : to}
              aria-valuenow={instant}
              aria-valuetext={props.formatInstant(instant)}
              onKeyDown={(event) => onKey(end, event)}
            />
          );
        })}
      </div>
      <Axis extent={extent} width={width} format={props.formatTick ?? props.formatInstant} />
    </div>
  );
}

interface PlotProps {
  bars: Bar[];
  value: TimeWindow;
  width: number;
  height: number;
  hovered: number | null;
  patternId: string;
  isLoading: boolean;
}

/** The bars: all in a quiet colour, the urgent share at the foot hatched, what lies outside the window pale. */
function Plot({ bars, value, width, height, hovered, patternId, isLoading }: PlotProps) {
  return (
    <svg className="ui-brush-bars" width={width} height={height} aria-hidden="true" data-loading={isLoading}>
      <defs>
        <pattern
          id={patternId}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="ui-brush-hatch-ground" width="4" height="4" />
          <rect className="ui-brush-hatch-line" width="1.5" height="4" />
        </pattern>
      </defs>
      {bars.map((bar, index) => (
        <g
          key={bar.from}
          data-outside={bar.to <= value[0] || bar.from >= value[1] || undefined}
          data-hovered={index === hovered || undefined}
        >
          <rect
            className="ui-brush-bar"
            x={bar.x}
            y={height - bar.height}
            width={bar.width}
            height={bar.height}
          />
          {bar.urgentHeight > 0 && (
            <rect
              x={bar.x}
              y={height - bar.urgentHeight}
              width={bar.width}
              height={bar.urgentHeight}
              fill={`url(#${patternId})`}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

/** Room one label of the axis needs, CSS pixels. */
const labelWidth = 132;

function Axis({
  extent,
  width,
  format,
}: {
  extent: TimeWindow;
  width: number;
  format(instant: number): string;
}) {
  const count = Math.max(2, Math.min(7, Math.floor(width / labelWidth) + 1));
  const ticks = Array.from(
    { length: count },
    (_, index) => extent[0] + ((extent[1] - extent[0]) * index) / (count - 1),
  );
  return (
    <div className="ui-brush-axis" aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick}>{format(tick)}</span>
      ))}
    </div>
  );
}
