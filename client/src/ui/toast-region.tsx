import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button.js';
import { Icon } from './icon.js';
import { IconButton } from './icon-button.js';
import { toneIcons } from './tones.js';
import { dismissToast, listToasts, watchToasts, type Toast } from './toast.js';
import './styles/toast.css';

interface ToastRegionProps {
  /** Name of the region, for a screen reader. */
  label: string;
  dismissLabel: string;
}

/** Where toasts appear. Time stands still while the pointer or the focus is on them. */
export function ToastRegion({ label, dismissLabel }: ToastRegionProps) {
  const toasts = useSyncExternalStore(watchToasts, listToasts, listToasts);
  const [isHeld, setHeld] = useState(false);
  return (
    <section
      className="ui-toasts"
      aria-label={label}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map((toast) => (
        <TimedToast key={toast.id} toast={toast} isHeld={isHeld} dismissLabel={dismissLabel} />
      ))}
    </section>
  );
}

function TimedToast({
  toast,
  isHeld,
  dismissLabel,
}: {
  toast: Toast;
  isHeld: boolean;
  dismissLabel: string;
}) {
  const { id, timeoutMilliseconds } = toast;
  useEffect(() => {
    if (isHeld || timeoutMilliseconds === 0) return undefined;
    const timer = setTimeout(() => dismissToast(id), timeoutMilliseconds);
    return () => clearTimeout(timer);
  }, [id, timeoutMilliseconds, isHeld]);
  return <ToastCard toast={toast} dismissLabel={dismissLabel} />;
}

/** One toast, without its timing: also for the catalogue. */
export function ToastCard({ toast, dismissLabel }: { toast: Toast; dismissLabel: string }) {
  const { id, text, tone = 'plain', action } = toast;
  return (
    <div className="ui-toast" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      {tone !== 'plain' && <Icon name={toneIcons[tone]} />}
      <p>{text}</p>
      {action && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            dismissToast(id);
            action.onPress();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" size="small" label={dismissLabel} onPress={() => dismissToast(id)} />
    </div>
  );
}
