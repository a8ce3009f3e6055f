import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { prefersReducedMotion } from '../reduced-motion.js';
import type { ChartOption } from './chart-option.js';

interface ChartCanvasProps {
  /** Build it with `useMemo`: a new object is drawn anew. */
  option: ChartOption;
  /** In pixels. */
  height: number;
  /** What the picture shows, in a sentence: its finding, not its kind. */
  alt: string;
  /** Something drawn was pressed: its place in its series. */
  onPress?: (dataIndex: number) => void;
}

/**
 * Draws with ECharts, which it loads when first needed. One instance for the life of the element: a new theme, size or
 * language is only another option.
 */
export function ChartCanvas({ option, height, alt, onPress }: ChartCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  useEffect(() => {
    const element = host.current!;
    let made: EChartsType | null = null;
    let isGone = false;
    let observer: ResizeObserver | undefined;
    void import('./echarts.js').then(({ init }) => {
      if (isGone) return;
      observer = new ResizeObserver(() => {
        if (made) return made.resize();
        // Out of sight it has no size yet, and could not be drawn.
        if (element.clientWidth === 0) return;
        made = init(element, null, { renderer: 'svg' });
        setChart(made);
      });
      observer.observe(element);
    });
    return () => {
      isGone = true;
      observer?.disconnect();
      made?.dispose();
      setChart(null);
    };
  }, []);
  useEffect(() => {
    chart?.setOption(
      { animation: !prefersReducedMotion(), animationDuration: 200, animationDurationUpdate: 200, ...option },
      { notMerge: true },
    );
  }, [chart, option]);
  useEffect(() => {
    if (!chart || !onPress) return;
    const press = ({ dataIndex }: { dataIndex?: number }): void => {
      if (dataIndex !== undefined) onPress(dataIndex);
    };
    chart.on('click', press);
    return () => {
      if (!chart.isDisposed()) chart.off('click', press);
    };
  }, [chart, onPress]);
  return (
    <div
      ref={host}
      className="chart-canvas"
      data-ready={chart !== null || undefined}
      role="img"
      aria-label={alt}
      style={{ height }}
    />
  );
}
