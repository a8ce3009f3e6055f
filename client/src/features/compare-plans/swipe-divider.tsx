import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompareStore } from './compare-store.js';

const step = 0.02;
const leap = 0.1;

const moveTo = (position: number): void =>
  useCompareStore.setState({ position: Math.min(1, Math.max(0, position)) });

/** The line between the two sides of a swipe: drag it, or focus it and use the arrow keys, Home and End. */
export function SwipeDivider() {
  const { t } = useTranslation();
  const position = useCompareStore((state) => state.position);
  const isDragged = useRef(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.shiftKey ? leap : step;
    const next: Record<string, number> = {
      ArrowLeft: position - by,
      ArrowRight: position + by,
      Home: 0,
      End: 1,
    };
    const target = next[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(target);
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const frame = event.currentTarget.parentElement!.getBoundingClientRect();
    if (isDragged.current) moveTo((event.clientX - frame.left) / frame.width);
  };
  const percent = Math.round(position * 100);
  return (
    <div
      className="swipe-divider"
      role="slider"
      tabIndex={0}
      aria-label={t('compared.view.divider')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={`${percent}%`}
      data-testid="swipe-divider"
      style={{ left: `${position * 100}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        isDragged.current = true;
      }}
      onPointerMove={drag}
      onLostPointerCapture={() => (isDragged.current = false)}
      onDoubleClick={() => moveTo(0.5)}
    >
      <span aria-hidden="true" />
    </div>
  );
}
