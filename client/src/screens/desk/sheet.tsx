import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { sheetHeights, useLayoutStore, type SheetHeight } from '../../state/layout-store.js';
import { useViewStore } from '../../state/view-store.js';
import { getShare, snapSheet } from './snap-sheet.js';

interface SheetProps {
  label: string;
  head?: ReactNode;
  /** Another sheet lies over this one. */
  isCovered?: boolean;
  /** Its content brings a head of its own. */
  isPlain?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** A panel on a phone: low, half or full; dragged by its handle, or moved with the arrow keys. */
export function Sheet({ label, head, isCovered = false, isPlain = false, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const height = useLayoutStore((state) => state.sheetHeight);
  const setHeight = useLayoutStore((state) => state.setSheetHeight);
  const sheet = useRef<HTMLElement>(null);
  const start = useRef<{ y: number; pixels: number; room: number } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);

  useLayoutEffect(() => {
    const { setCoveredBottom } = useViewStore.getState();
    const room = sheet.current!.parentElement!.clientHeight;
    // A sheet over the whole map hides it wherever it goes.
    setCoveredBottom(height === 'full' ? 0 : room * getShare(height));
    return () => setCoveredBottom(0);
  }, [height]);
  const onPointerDown = (event: PointerEvent): void => {
    const element = sheet.current!;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = {
      y: event.clientY,
      pixels: element.offsetHeight,
      room: element.parentElement!.clientHeight,
    };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (start.current) setDragged(start.current.pixels + start.current.y - event.clientY);
  };
  const onPointerEnd = (event: PointerEvent): void => {
    if (!start.current) return;
    const { y, pixels, room } = start.current;
    start.current = null;
    setDragged(null);
    if (Math.abs(y - event.clientY) < 4) {
      setHeight(step(height, height === 'full' ? -1 : 1));
      return;
    }
    const snapped = snapSheet((pixels + y - event.clientY) / room);
    if (snapped === null) onClose();
    else setHeight(snapped);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, SheetHeight> = {
      ArrowUp: step(height, 1),
      ArrowRight: step(height, 1),
      ArrowDown: step(height, -1),
      ArrowLeft: step(height, -1),
      Home: 'low',
      End: 'full',
    };
    const next = moves[event.key];
    if (!next) return;
    event.preventDefault();
    setHeight(next);
  };
  return (
    <section
      ref={sheet}
      className="sheet"
      data-region="right"
      data-height={height}
      data-dragged={dragged !== null}
      aria-label={label}
      inert={isCovered}
      style={{ height: dragged === null ? `${getShare(height) * 100}%` : dragged }}
    >
      <div
        className="sheet-handle"
        role="slider"
        tabIndex={0}
        aria-label={t('dock.sheetHeight')}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={sheetHeights.length - 1}
        aria-valuenow={sheetHeights.indexOf(height)}
        aria-valuetext={t(`dock.sheet.${height}`)}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
      />
      {!isPlain && <div className="sheet-head">{head}</div>}
      <div className="sheet-body">{children}</div>
    </section>
  );
}

function step(height: SheetHeight, by: 1 | -1): SheetHeight {
  return sheetHeights[sheetHeights.indexOf(height) + by] ?? height;
}
