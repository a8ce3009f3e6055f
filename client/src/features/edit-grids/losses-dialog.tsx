import { useTranslation } from 'react-i18next';
import { formatShort } from '../../i18n/format.js';
import { useNow } from '../../state/use-now.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useSessionStore, type LostStep } from './session/session-store.js';
import './losses-dialog.css';

/** What of ours could not be kept once others' changes were taken in: which steps, why, and what the others did. */
export function LossesDialog() {
  const { t } = useTranslation();
  const losses = useSessionStore((state) => state.losses);
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const close = (): void => useSessionStore.setState({ losses: null });
  const reasonOf = ({ problem, reason }: LostStep): string =>
    problem ?? t(`studio.refused.${reason ?? 'UNKNOWN'}`);
  return (
    <Dialog
      title={t('studio.losses.title')}
      isOpen={losses !== null}
      onClose={close}
      closeLabel={t('action.close')}
      footer={
        <Button variant="primary" onPress={close}>
          {t('studio.losses.close')}
        </Button>
      }
    >
      {losses && (
        <div className="losses" data-testid="losses">
          <p>{t('studio.losses.lead')}</p>
          <h3>{t('studio.losses.ours')}</h3>
          <ul>
            {losses.lost.map((step, index) => (
              <li key={index}>
                {step.label && <b>{step.label}</b>}
                <span>{reasonOf(step)}</span>
              </li>
            ))}
          </ul>
          {losses.theirs.length > 0 && (
            <>
              <h3>{t('studio.losses.theirs')}</h3>
              <ul>
                {losses.theirs.map(({ label, by, at }, index) => (
                  <li key={index}>
                    <b>{label}</b>
                    <span>
                      {[by ?? t('studio.losses.unknown'), formatShort(at, now, locale)].join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
