import { useCallback, useMemo, type ReactNode } from 'react';
import type { ThemeName } from '../tokens.js';
import { useWidth } from '../use-width.js';
import { ChartCanvas } from './chart-canvas.js';
import { ChartFrame, ChartLegend, type ChartWords } from './chart-frame.js';
import type { ChartOption } from './chart-option.js';
import { makeChartTheme, type ChartTheme } from './chart-theme.js';
import { tooltipOf } from './chart-tooltip.js';

export interface RankedBar {
  key: string;
  label: string;
  count: number;
  /** Null where there is nothing to compare with. */
  previousCount: number | null;
  /** How it changed, ready to read: "+12%". */
  change: string;
}

interface RankedBarsProps {
  title: string;
  note?: string;
  alt: string;
  bars: readonly RankedBar[];
  theme: ThemeName;
  words: ChartWords & { name: string; count: string; previous: string; change: string };
  formatNumber(value: number): string;
  /** A bar was pressed; the table has the same as buttons, for the keyboard. */
  onPress?: (key: string) => void;
  /** Bars that cannot be pressed: they stand for nothing that can be selected. */
  isPressable?: (key: string) => boolean;
  selectedKey?: string | null;
  actions?: ReactNode;
  isLoading?: boolean;
}

/** Names with a bar each, longest first, and a mark where it stood in the period before. */
export function RankedBars({ onPress, isPressable, ...props }: RankedBarsProps) {
  const { title, note, alt, bars, theme, words, formatNumber, selectedKey, actions, isLoading } = props;
  const colours = useMemo(() => makeChartTheme(theme), [theme]);
  const [frame, width] = useWidth<HTMLElement>();
  const option = useMemo(
    () =>
      makeOption(bars, colours, {
        words,
        formatNumber,
        selectedKey,
        isPressable: onPress !== undefined,
        nameWidth: Math.max(96 * colours.scale, Math.min(240 * colours.scale, width * 0.42)),
      }),
    [bars, colours, words, formatNumber, selectedKey, onPress, width],
  );
  const press = useCallback(
    (index: number) => {
      const key = bars[index]?.key;
      if (key !== undefined && (isPressable?.(key) ?? true)) onPress?.(key);
    },
    [bars, onPress, isPressable],
  );
  const height = Math.round((bars.length * 28 + 8) * colours.scale);
  const columns = [
    {
      key: 'label',
      label: words.name,
      format: (value: unknown, row: { id?: unknown }) =>
        onPress && (isPressable?.(String(row.id)) ?? true) ? (
          <button type="button" className="chart-link" onClick={() => onPress(String(row.id))}>
            {String(value)}
          </button>
        ) : (
          String(value)
        ),
    },
    { key: 'count', label: words.count, isNumeric: true },
    { key: 'previousCount', label: words.previous, isNumeric: true },
    { key: 'change', label: words.change, isNumeric: true, isSortable: false },
  ];
  return (
    <ChartFrame
      title={title}
      words={words}
      {...(note && { note })}
      {...(isLoading && { isLoading })}
      actions={actions}
      frameRef={frame}
      isEmpty={bars.length === 0}
      height={height || 200}
      table={{ columns, rows: bars.map(({ key, ...bar }) => ({ id: key, ...bar })) }}
      legend={
        <ChartLegend
          entries={[
            { label: words.count, colour: colours.quiet },
            ...(bars.some(({ previousCount }) => previousCount !== null)
              ? [{ label: words.previous, colour: colours.text, sign: 'tick' as const }]
              : []),
          ]}
        />
      }
    >
      <ChartCanvas option={option} height={height} alt={alt} {...(onPress && { onPress: press })} />
    </ChartFrame>
  );
}

interface Writing {
  words: RankedBarsProps['words'];
  formatNumber(value: number): string;
  selectedKey: string | null | undefined;
  isPressable: boolean;
  /** Pixels that names may take. */
  nameWidth: number;
}

function makeOption(
  bars: readonly RankedBar[],
  colours: ChartTheme,
  { words, formatNumber, selectedKey, isPressable, nameWidth }: Writing,
): ChartOption {
  const { scale } = colours;
  const most = Math.max(1, ...bars.flatMap(({ count, previousCount }) => [count, previousCount ?? 0]));
  const font = { fontFamily: colours.font, fontSize: colours.small };
  const axis = {
    type: 'category' as const,
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
  };
  const countWidth = formatNumber(most).length * 8 * scale;
  return {
    textStyle: font,
    tooltip: tooltipOf(colours, 'axis', (index) => {
      const bar = bars[index];
      if (!bar) return null;
      return {
        title: bar.label,
        lines: [
          { label: words.count, value: formatNumber(bar.count), colour: colours.quiet },
          {
            label: words.previous,
            value: bar.previousCount === null ? '—' : formatNumber(bar.previousCount),
            colour: colours.text,
          },
          { label: words.change, value: bar.change },
        ],
      };
    }),
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', show: false, max: most, min: 0 },
    yAxis: [
      {
        ...axis,
        data: bars.map(({ label }) => label),
        triggerEvent: isPressable,
        axisLabel: {
          ...font,
          color: colours.text,
          width: nameWidth,
          overflow: 'truncate',
          interval: 0,
          margin: 10,
        },
      },
      {
        ...axis,
        position: 'right',
        data: bars.map((_, i) => String(i)),
        axisLabel: {
          interval: 0,
          margin: 10,
          // A column of its own: marks of the period before would strike through numbers that end their bar.
          formatter: (value: string) => {
            const bar = bars[Number(value)]!;
            return `{count|${formatNumber(bar.count)}}{change|${bar.change}}`;
          },
          rich: {
            count: { ...font, color: colours.text, fontWeight: 600, width: countWidth, align: 'right' },
            change: {
              fontFamily: colours.font,
              fontSize: colours.caption,
              color: colours.muted,
              width: 48 * scale,
              align: 'right',
            },
          },
        },
      },
    ],
    series: [
      {
        type: 'bar',
        barWidth: 14 * scale,
        cursor: isPressable ? 'pointer' : 'default',
        data: bars.map(({ key, count }) => ({
          value: count,
          itemStyle: { color: key === selectedKey ? colours.accent : colours.quiet, borderRadius: 2 },
        })),
        emphasis: { itemStyle: { color: colours.accent } },
      },
      {
        type: 'custom',
        silent: true,
        data: bars.flatMap(({ previousCount }, i) => (previousCount === null ? [] : [[previousCount, i]])),
        renderItem: (_, api) => {
          const [x, y] = api.coord([api.value(0), api.value(1)]) as [number, number];
          const half = 10 * scale;
          return {
            type: 'rect',
            shape: { x: x - 1, y: y - half, width: 2, height: 2 * half },
            style: { fill: colours.text, stroke: colours.surface, lineWidth: 1 },
          };
        },
        z: 3,
      },
    ],
  };
}
