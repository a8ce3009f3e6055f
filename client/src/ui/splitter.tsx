import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import './styles/splitter.css';

interface SplitterProps {
  /** Of the bar itself: `vertical` stands between left and right. */
  orientation: 'vertical' | 'horizontal';
  /** Size of the pane it belongs to, CSS pixels. */
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
  /** When the pointer lets go or a key was pressed: the moment to remember it. */
  onChangeEnd?(value: number): void;
  label: string;
  /** The pane lies right of, or below, the bar: moving right makes it smaller. */
  isReversed?: boolean;
  /** What a double press goes back to. */
  resetTo?: number;
}

const keyStep = 16;

/** The bar between two panes: drag it, or focus it and use the arrow keys, Home and End. */
export function Splitter({
  orientation,
  value,
  min,
  max,
  onChange,
  onChangeEnd,
  label,
  isReversed = false,
  resetTo,
}: SplitterProps) {
  const drag = useRef<{ from: number; value: number; latest: number } | null>(null);
  const clamp = (next: number): number => Math.round(Math.min(max, Math.max(min, next)));
  const place = (event: PointerEvent): number => (orientation === 'vertical' ? event.clientX : event.clientY);
  const settle = (next: number): void => {
    onChange(clamp(next));
    onChangeEnd?.(clamp(next));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const [less, more] =
      orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : (['ArrowUp', 'ArrowDown'] as const);
    const step = (event.shiftKey ? 4 : 1) * keyStep * (isReversed ? -1 : 1);
    const next: Record<string, number> = {
      [less!]: value - step,
      [more!]: value + step,
      Home: min,
      End: max,
    };
    const target = next[event.key];
    if (target === undefined) return;
    event.preventDefault();
    settle(target);
  };

  return (
    <div
      className="ui-splitter"
      data-orientation={orientation}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={onKeyDown}
      onDoubleClick={() => resetTo !== undefined && settle(resetTo)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: place(event), value, latest: value };
      }}
      onPointerMove={(event) => {
        if (!drag.current) return;
        const moved = (place(event) - drag.current.from) * (isReversed ? -1 : 1);
        drag.current.latest = clamp(drag.current.value + moved);
        onChange(drag.current.latest);
      }}
      onLostPointerCapture={() => {
        if (drag.current && drag.current.latest !== drag.current.value) onChangeEnd?.(drag.current.latest);
        drag.current = null;
      }}
    />
  );
}
