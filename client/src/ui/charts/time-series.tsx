import { useMemo } from 'react';
import type { ThemeName } from '../tokens.js';
import { ChartCanvas } from './chart-canvas.js';
import { ChartFrame, ChartLegend, type ChartWords } from './chart-frame.js';
import type { ChartOption } from './chart-option.js';
import { makeChartTheme, type ChartTheme } from './chart-theme.js';
import { tooltipOf } from './chart-tooltip.js';

export interface TimePoint {
  /** The step of time, in full: for the tooltip and the table. */
  label: string;
  /** What the axis says here; most steps say nothing. */
  tick?: string;
  count: number;
  urgent: number;
  /** At the same place in the period before. */
  previous?: number;
}

interface TimeSeriesProps {
  title: string;
  note?: string;
  alt: string;
  points: readonly TimePoint[];
  theme: ThemeName;
  words: ChartWords & { time: string; count: string; urgent: string; previous: string };
  formatNumber(value: number): string;
  isLoading?: boolean;
  /** Higher, where there is room. */
  isLarge?: boolean;
}

const chartHeights = { normal: 148, large: 240 };

/** Counts over time as bars, the urgent among them at the foot, and the period before as a line. */
export function TimeSeries(props: TimeSeriesProps) {
  const { title, note, alt, points, theme, words, formatNumber, isLoading, isLarge } = props;
  const colours = useMemo(() => makeChartTheme(theme), [theme]);
  const option = useMemo(
    () => makeOption(points, colours, { words, formatNumber }),
    [points, colours, words, formatNumber],
  );
  const hasPrevious = points.some(({ previous }) => previous !== undefined);
  const height = Math.round(chartHeights[isLarge ? 'large' : 'normal'] * colours.scale);
  return (
    <ChartFrame
      title={title}
      words={words}
      {...(note && { note })}
      {...(isLoading && { isLoading })}
      isEmpty={points.every(({ count, previous }) => count === 0 && !previous)}
      height={height}
      table={{
        columns: [
          { key: 'label', label: words.time, isSortable: false },
          { key: 'count', label: words.count, isNumeric: true },
          { key: 'urgent', label: words.urgent, isNumeric: true },
          ...(hasPrevious ? [{ key: 'previous', label: words.previous, isNumeric: true }] : []),
        ],
        rows: points.map(({ label, count, urgent, previous }) => ({
          label,
          count,
          urgent,
          previous: previous ?? null,
        })),
      }}
      legend={
        <ChartLegend
          entries={[
            { label: words.count, colour: colours.quiet },
            { label: words.urgent, colour: colours.urgent },
            ...(hasPrevious ? [{ label: words.previous, colour: colours.muted, sign: 'line' as const }] : []),
          ]}
        />
      }
    >
      <ChartCanvas option={option} height={height} alt={alt} />
    </ChartFrame>
  );
}

function makeOption(
  points: readonly TimePoint[],
  colours: ChartTheme,
  { words, formatNumber }: Pick<TimeSeriesProps, 'words' | 'formatNumber'>,
): ChartOption {
  const label = { color: colours.muted, fontFamily: colours.font, fontSize: colours.caption };
  const hasPrevious = points.some(({ previous }) => previous !== undefined);
  return {
    tooltip: tooltipOf(colours, 'axis', (index) => {
      const point = points[index];
      if (!point) return null;
      const lines = [
        { label: words.count, value: formatNumber(point.count), colour: colours.quiet },
        { label: words.urgent, value: formatNumber(point.urgent), colour: colours.urgent },
      ];
      if (point.previous !== undefined)
        lines.push({ label: words.previous, value: formatNumber(point.previous), colour: colours.muted });
      return { title: point.label, lines };
    }),
    grid: { left: 0, right: 4, top: 8, bottom: 0 },
    xAxis: {
      type: 'category',
      data: points.map(({ tick }) => tick ?? ''),
      axisLine: { lineStyle: { color: colours.outline } },
      axisTick: {
        alignWithLabel: true,
        lineStyle: { color: colours.outline },
        interval: (i: number) => points[i]?.tick !== undefined,
      },
      axisLabel: {
        ...label,
        interval: (i: number) => points[i]?.tick !== undefined,
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: colours.hairline } },
      axisLabel: { ...label, formatter: (value: number) => formatNumber(value) },
    },
    series: [
      {
        type: 'bar',
        stack: 'count',
        barCategoryGap: '18%',
        data: points.map(({ urgent }) => urgent),
        itemStyle: {
          color: colours.urgent,
          // Told apart without colour, too.
          decal: {
            symbol: 'rect',
            dashArrayX: [1, 0],
            dashArrayY: [2, 3],
            rotation: -0.785,
            color: colours.surface,
          },
        },
      },
      {
        type: 'bar',
        stack: 'count',
        data: points.map(({ count, urgent }) => count - urgent),
        itemStyle: { color: colours.quiet, borderRadius: [1, 1, 0, 0] },
      },
      ...(hasPrevious
        ? [
            {
              type: 'line' as const,
              symbol: 'none',
              silent: true,
              data: points.map(({ previous }) => previous ?? null),
              lineStyle: { color: colours.text, width: 1.25, type: [4, 3], opacity: 0.8 },
              z: 3,
            },
          ]
        : []),
    ],
  };
}
