import { useCallback, useMemo } from 'react';
import type { ThemeName } from '../tokens.js';
import { ChartCanvas } from './chart-canvas.js';
import { ChartFrame, type ChartWords } from './chart-frame.js';
import type { ChartOption } from './chart-option.js';
import { makeChartTheme, type ChartTheme } from './chart-theme.js';
import { tooltipOf } from './chart-tooltip.js';

export interface HourLine {
  key: string;
  label: string;
  colour: string;
  /** 24 shares from 0 to 1; null where unknown. */
  shares: readonly (number | null)[];
  /** Said beside the share in the tooltip and the table, an entry an hour. */
  asides: readonly string[];
}

interface HourStepsProps {
  title: string;
  note?: string;
  alt: string;
  lines: readonly HourLine[];
  /** The hour that is looked at. */
  hour: number;
  theme: ThemeName;
  words: ChartWords & { hour: string };
  formatShare(share: number | null): string;
  formatHour(hour: number): string;
  isLoading?: boolean;
  onPick?: (hour: number) => void;
}

/** Told apart without colour, too. */
const dashes = ['solid', [6, 3], [2, 2]] as const;

/** Shares over the 24 hours of a day as steps, the hour looked at marked; press one to look at it. */
export function HourSteps(props: HourStepsProps) {
  const { title, note, alt, lines, hour, theme, words, formatShare, formatHour, isLoading, onPick } = props;
  const colours = useMemo(() => makeChartTheme(theme), [theme]);
  const option = useMemo(
    () => makeOption(colours, { lines, hour, formatShare, formatHour, isPressable: onPick !== undefined }),
    [colours, lines, hour, formatShare, formatHour, onPick],
  );
  const press = useCallback((index: number) => onPick?.(index), [onPick]);
  const height = Math.round(132 * colours.scale);
  return (
    <ChartFrame
      title={title}
      words={words}
      {...(note && { note })}
      {...(isLoading && { isLoading })}
      isEmpty={lines.every(({ shares }) => shares.every((share) => share === null))}
      height={height}
      table={{
        columns: [
          { key: 'hour', label: words.hour },
          ...lines.map(({ key, label }) => ({ key, label, isNumeric: true, isSortable: false })),
        ],
        rows: Array.from({ length: 24 }, (_, at) => ({
          hour: formatHour(at),
          ...Object.fromEntries(
            lines.map(({ key, shares, asides }) => [
              key,
              `${formatShare(shares[at] ?? null)} · ${asides[at] ?? ''}`,
            ]),
          ),
        })),
      }}
      legend={<LineLegend lines={lines} />}
    >
      <ChartCanvas option={option} height={height} alt={alt} {...(onPick && { onPress: press })} />
    </ChartFrame>
  );
}

function LineLegend({ lines }: { lines: readonly HourLine[] }) {
  return (
    <ul className="chart-legend">
      {lines.map(({ key, label, colour }, i) => (
        <li key={key}>
          <svg width="20" height="4" viewBox="0 0 20 4" aria-hidden="true">
            <path
              d="M0 2h20"
              stroke={colour}
              strokeWidth={2}
              {...(i > 0 && { strokeDasharray: (dashes[i] as readonly number[] | undefined)?.join(' ') })}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

type Drawn = Pick<HourStepsProps, 'lines' | 'hour' | 'formatShare' | 'formatHour'> & { isPressable: boolean };

function makeOption(
  colours: ChartTheme,
  { lines, hour, formatShare, formatHour, isPressable }: Drawn,
): ChartOption {
  const label = { color: colours.muted, fontFamily: colours.font, fontSize: colours.caption };
  const hours = Array.from({ length: 24 }, (_, at) => String(at));
  return {
    tooltip: tooltipOf(colours, 'axis', (at) => ({
      title: formatHour(at),
      lines: lines.map((line) => ({
        label: `${line.label} · ${line.asides[at] ?? ''}`,
        value: formatShare(line.shares[at] ?? null),
        colour: line.colour,
      })),
    })),
    grid: { left: 0, right: 4, top: 8, bottom: 0 },
    xAxis: {
      type: 'category',
      data: hours,
      axisLine: { lineStyle: { color: colours.outline } },
      axisTick: { show: false },
      axisLabel: { ...label, interval: (at: number) => at % 3 === 0 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.5,
      splitLine: { lineStyle: { color: colours.hairline } },
      axisLabel: { ...label, formatter: (value: number) => `${value * 100}%` },
    },
    series: [
      {
        // Takes the presses, wherever in an hour's column they fall, and marks the hour looked at.
        type: 'bar',
        barWidth: '100%',
        cursor: isPressable ? 'pointer' : 'default',
        data: hours.map((_, at) => ({
          value: 1,
          itemStyle: {
            color: at === hour ? colours.accent : colours.surface,
            opacity: at === hour ? 0.22 : 0.01,
          },
        })),
        emphasis: { itemStyle: { color: colours.accent, opacity: 0.3 } },
      },
      ...lines.map((line, i) => ({
        type: 'line' as const,
        step: 'middle' as const,
        symbol: 'none',
        silent: true,
        data: line.shares.map((share) => share),
        lineStyle: { color: line.colour, width: 2, type: (dashes[i] ?? 'solid') as 'solid' },
        z: 3,
      })),
    ],
  };
}
