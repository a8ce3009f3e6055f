import { useMemo } from 'react';
import type { ThemeName } from '../tokens.js';
import { ChartCanvas } from './chart-canvas.js';
import { ChartFrame, type ChartWords } from './chart-frame.js';
import type { ChartOption } from './chart-option.js';
import { makeChartTheme, type ChartTheme } from './chart-theme.js';
import { tooltipOf } from './chart-tooltip.js';

interface HourOfWeekHeatProps {
  title: string;
  note?: string;
  alt: string;
  /** 168 counts, Monday 0:00 first. */
  counts: readonly number[];
  /** Monday first. */
  weekdays: readonly string[];
  theme: ThemeName;
  words: ChartWords & { hour: string; count: string; least: string; most: string };
  formatNumber(value: number): string;
  isLoading?: boolean;
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Seven days by 24 hours: when things were reported. */
export function HourOfWeekHeat(props: HourOfWeekHeatProps) {
  const { title, note, alt, counts, weekdays, theme, words, formatNumber, isLoading } = props;
  const colours = useMemo(() => makeChartTheme(theme), [theme]);
  const option = useMemo(
    () => makeOption(counts, colours, { weekdays, words, formatNumber }),
    [counts, colours, weekdays, words, formatNumber],
  );
  const height = Math.round(204 * colours.scale);
  const most = Math.max(0, ...counts);
  return (
    <ChartFrame
      title={title}
      words={words}
      {...(note && { note })}
      {...(isLoading && { isLoading })}
      isEmpty={most === 0}
      height={height}
      table={{
        columns: [
          { key: 'hour', label: words.hour },
          ...weekdays.map((label, i) => ({ key: `day${i}`, label, isNumeric: true })),
        ],
        rows: Array.from({ length: 24 }, (_, hour) => ({
          hour: clock(hour),
          ...Object.fromEntries(weekdays.map((_, day) => [`day${day}`, counts[day * 24 + hour] ?? 0])),
        })),
      }}
      legend={
        <div className="chart-scale">
          <span>{words.least}</span>
          {colours.heat.map((colour) => (
            <i key={colour} style={{ background: colour }} />
          ))}
          <span>
            {words.most} {formatNumber(most)}
          </span>
        </div>
      }
    >
      <ChartCanvas option={option} height={height} alt={alt} />
    </ChartFrame>
  );
}

type Writing = Pick<HourOfWeekHeatProps, 'weekdays' | 'words' | 'formatNumber'>;

function makeOption(
  counts: readonly number[],
  colours: ChartTheme,
  { weekdays, words, formatNumber }: Writing,
): ChartOption {
  const label = { color: colours.muted, fontFamily: colours.font, fontSize: colours.caption };
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  return {
    tooltip: tooltipOf(colours, 'item', (index) => {
      const hour = index % 24;
      const value = formatNumber(counts[index] ?? 0);
      return {
        title: `${weekdays[Math.floor(index / 24)]} ${clock(hour)}–${clock(hour + 1)}`,
        lines: [{ label: words.count, value }],
      };
    }),
    grid: { left: 0, right: 1, top: 0, bottom: 0 },
    xAxis: {
      type: 'category',
      data: Array.from({ length: 24 }, (_, hour) => String(hour)),
      ...bare,
      axisLabel: { ...label, interval: (hour: number) => hour % 3 === 0 },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...weekdays],
      ...bare,
      axisLabel: { ...label, interval: 0 },
    },
    visualMap: {
      show: false,
      min: 0,
      max: Math.max(1, ...counts),
      inRange: { color: colours.heat },
    },
    series: [
      {
        type: 'heatmap',
        data: counts.map((count, i) => [i % 24, Math.floor(i / 24), count]),
        itemStyle: { borderColor: colours.surface, borderWidth: 1.5, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: colours.text, borderWidth: 1.5 } },
      },
    ],
  };
}
