import { useMemo } from 'react';
import type { ThemeName } from '../tokens.js';
import { ChartCanvas } from './chart-canvas.js';
import { ChartFrame, type ChartWords } from './chart-frame.js';
import type { ChartOption } from './chart-option.js';
import { makeChartTheme, type ChartTheme } from './chart-theme.js';
import { tooltipOf } from './chart-tooltip.js';

export interface GanttSpan {
  id: string;
  laneId: string;
  /** Epoch milliseconds; `to` null while it lasts. */
  from: number;
  to: number | null;
}

interface GanttProps {
  title: string;
  note?: string;
  alt: string;
  /** Units, never persons. */
  lanes: readonly { id: string; label: string; aside?: string }[];
  spans: readonly GanttSpan[];
  from: number;
  to: number;
  now: number;
  ticks: readonly { at: number; label: string }[];
  theme: ThemeName;
  words: ChartWords & {
    lane: string;
    state: string;
    begins: string;
    ends: string;
    lasts: string;
    lasting: string;
  };
  formatInstant(instant: number): string;
  formatDuration(milliseconds: number): string;
  isLoading?: boolean;
}

/** A lane for each unit, a bar for each shift, and a line for now. */
export function Gantt(props: GanttProps) {
  const { title, note, alt, lanes, spans, words, theme, isLoading, now, formatInstant, formatDuration } =
    props;
  const { from, to, ticks } = props;
  const colours = useMemo(() => makeChartTheme(theme), [theme]);
  const option = useMemo(
    () => makeOption(colours, { lanes, spans, from, to, now, ticks, words, formatInstant, formatDuration }),
    [colours, lanes, spans, from, to, now, ticks, words, formatInstant, formatDuration],
  );
  const height = Math.round((lanes.length * 24 + 28) * colours.scale);
  const laneOf = new Map(lanes.map((lane) => [lane.id, lane]));
  return (
    <ChartFrame
      title={title}
      words={words}
      {...(note && { note })}
      {...(isLoading && { isLoading })}
      isEmpty={spans.length === 0}
      height={height || 120}
      table={{
        columns: [
          { key: 'lane', label: words.lane },
          { key: 'state', label: words.state },
          { key: 'begins', label: words.begins, isSortable: false },
          { key: 'ends', label: words.ends, isSortable: false },
          { key: 'lasts', label: words.lasts, isSortable: false },
        ],
        rows: spans.map((span) => ({
          id: span.id,
          lane: laneOf.get(span.laneId)?.label ?? '',
          state: (span.to === null && laneOf.get(span.laneId)?.aside) || null,
          begins: formatInstant(span.from),
          ends: span.to === null ? words.lasting : formatInstant(span.to),
          lasts: formatDuration((span.to ?? now) - span.from),
        })),
      }}
    >
      <ChartCanvas option={option} height={height} alt={alt} />
    </ChartFrame>
  );
}

type Drawn = Pick<
  GanttProps,
  'lanes' | 'spans' | 'from' | 'to' | 'now' | 'ticks' | 'words' | 'formatInstant' | 'formatDuration'
>;

function makeOption(
  colours: ChartTheme,
  { lanes, spans, from, to, now, ticks, words, formatInstant, formatDuration }: Drawn,
): ChartOption {
  const { scale } = colours;
  const label = { color: colours.muted, fontFamily: colours.font, fontSize: colours.caption };
  const rowOf = new Map(lanes.map(({ id }, i) => [id, i]));
  const at = ticks.map((tick) => tick.at);
  const labelAt = new Map(ticks.map((tick) => [tick.at, tick.label]));
  return {
    tooltip: tooltipOf(colours, 'item', (index) => {
      const span = spans[index];
      if (!span) return null;
      const lane = lanes[rowOf.get(span.laneId) ?? -1];
      const end = span.to === null ? words.lasting : formatInstant(span.to);
      return {
        title: lane?.label ?? '',
        lines: [
          ...(lane?.aside && span.to === null ? [{ label: words.state, value: lane.aside }] : []),
          { label: words.begins, value: formatInstant(span.from) },
          { label: words.ends, value: end },
          { label: words.lasts, value: formatDuration((span.to ?? now) - span.from) },
        ],
      };
    }),
    grid: { left: 0, right: 8, top: 0, bottom: 0 },
    xAxis: {
      type: 'value',
      min: from,
      max: to,
      axisLine: { show: false },
      axisTick: { show: true, customValues: at, lineStyle: { color: colours.outline } },
      axisLabel: {
        ...label,
        customValues: at,
        hideOverlap: true,
        formatter: (value: number) => labelAt.get(value) ?? '',
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lanes.map((lane) => lane.label),
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: colours.hairline } },
      axisLabel: { ...label, color: colours.text, interval: 0, width: 96 * scale, overflow: 'truncate' },
    },
    series: [
      {
        type: 'custom',
        clip: true,
        data: spans.map((span) => [
          Math.max(span.from, from),
          Math.min(span.to ?? now, to),
          rowOf.get(span.laneId) ?? 0,
          span.to === null ? 1 : 0,
        ]),
        encode: { x: [0, 1], y: 2 },
        renderItem: (_, api) => {
          const [left, y] = api.coord([api.value(0), api.value(2)]) as [number, number];
          const [right] = api.coord([api.value(1), api.value(2)]) as [number, number];
          const half = 7 * scale;
          const isLasting = api.value(3) === 1;
          return {
            type: 'rect',
            shape: { x: left, y: y - half, width: Math.max(2, right - left), height: 2 * half, r: 3 },
            style: isLasting ? { fill: colours.accent } : { fill: colours.quiet, opacity: 0.6 },
            emphasis: { style: { stroke: colours.text, lineWidth: 1.5 } },
          };
        },
      },
      {
        type: 'custom',
        silent: true,
        data: now >= from && now <= to ? [[now, 0]] : [],
        renderItem: (parameters, api) => {
          const [x] = api.coord([api.value(0), api.value(1)]) as [number, number];
          const { y, height } = parameters.coordSys as unknown as { y: number; height: number };
          return {
            type: 'line',
            shape: { x1: x, x2: x, y1: y, y2: y + height },
            style: { stroke: colours.warning, lineWidth: 2 },
          };
        },
        z: 4,
      },
    ],
  };
}
