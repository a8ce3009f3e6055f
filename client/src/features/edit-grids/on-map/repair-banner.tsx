import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../../state/studio-store.js';
import { Banner } from '../../../ui/banner.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useCurrentSession } from '../session/current-session.js';
import { useSessionStore } from '../session/session-store.js';

/** Closed without asking up to this width; what is wider is decided too and seen against the boundaries in force. */
const toleranceMetres = 2;

/** Boundaries that came with gaps or overlaps cannot be drawn on: says so, and repairs them as the plan's first step. */
export function RepairBanner() {
  const { t } = useTranslation();
  const faults = useSessionStore((state) => state.faults);
  const session = useCurrentSession((state) => state.session);
  const isUntouched = useStudioStore((state) => state.edits.every(({ isUndone }) => isUndone));
  const isEditable = useStudioStore((state) => state.plan?.isEditable === true);
  const [isAsked, setAsked] = useState(false);
  const [isRefused, setRefused] = useState(false);
  if (faults === 0 || !isUntouched || !isEditable) return null;
  const repair = (): void => {
    setAsked(false);
    const label = t('studio.did.repair');
    const result = session?.commit({ label, changes: [{ kind: 'repair', toleranceMetres }] });
    setRefused(result?.ok === false);
  };
  return (
    <>
      <Banner
        tone={isRefused ? 'danger' : 'warning'}
        action={{ label: t('studio.repair.do'), onPress: () => setAsked(true) }}
      >
        {t(isRefused ? 'studio.repair.refused' : 'studio.repair.needed', { count: faults })}
      </Banner>
      <ConfirmDialog
        title={t('studio.repair.title')}
        consequence={t('studio.repair.consequence', { metres: toleranceMetres })}
        confirmLabel={t('studio.repair.do')}
        cancelLabel={t('studio.cancel')}
        isOpen={isAsked}
        onConfirm={repair}
        onCancel={() => setAsked(false)}
      />
    </>
  );
}
