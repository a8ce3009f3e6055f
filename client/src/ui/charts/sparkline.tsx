import './charts.css';

interface SparklineProps {
  values: readonly number[];
  /** What the line shows, in words; without it the line only decorates a number that says it. */
  alt?: string;
  tone?: 'accent' | 'urgent';
}

const width = 100;
const height = 24;

/** A line without axes, for beside a number: how it went, not how much. Starts at zero. */
export function Sparkline({ values, alt, tone = 'accent' }: SparklineProps) {
  if (values.length < 2) return null;
  const most = Math.max(1, ...values);
  const points = values.map((value, i): [number, number] => [
    (i / (values.length - 1)) * width,
    height - 2 - (value / most) * (height - 4),
  ]);
  const line = points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L');
  const [lastX, lastY] = points.at(-1)!;
  return (
    <svg
      className="sparkline"
      data-tone={tone}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
    >
      <path className="sparkline-area" d={`M0 ${height}L${line}L${width} ${height}Z`} />
      <path className="sparkline-line" d={`M${line}`} />
      {/* A line of no length with round ends: a dot that stays round however the picture is stretched. */}
      <path className="sparkline-end" d={`M${lastX} ${lastY.toFixed(2)}h0`} />
    </svg>
  );
}
