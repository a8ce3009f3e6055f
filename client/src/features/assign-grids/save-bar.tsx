import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toWallTime, fromWallTime } from '../../i18n/zoned-time.js';
import { useNow } from '../../state/use-now.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/text-field.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useAssignStore } from './assign-store.js';
import type { Assignments } from './use-assignments.js';

/** What was typed and is not saved: where the figures come from, of what day they are, save or drop them. */
export function SaveBar({ save, isBusy }: Pick<Assignments, 'save' | 'isBusy'>) {
  const { t } = useTranslation();
  const { timeZone } = useTimeLocale();
  const now = useNow(60_000);
  const edits = useAssignStore((state) => state.edits);
  const set = useAssignStore((state) => state.set);
  const [source, setSource] = useState('');
  const today = toWallTime(now, timeZone).date;
  const [day, setDay] = useState<string | null>(null);
  const count = Object.keys(edits).length;
  if (count === 0) return null;
  const asOf = fromWallTime({ date: day ?? today, time: '00:00' }, timeZone);
  const submit = async (): Promise<void> => {
    if (await save(edits, source, asOf === null ? null : new Date(asOf).toISOString())) set({ edits: {} });
  };
  return (
    <form
      className="assign-save"
      data-testid="assign-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void submit();
      }}
    >
      <TextField
        label={t('assign.staff.source')}
        placeholder={t('assign.staff.sourcePlaceholder')}
        value={source}
        onChange={setSource}
        maxLength={100}
        autoComplete="off"
      />
      <DateField label={t('assign.staff.asOf')} value={day ?? today} max={today} onChange={setDay} />
      <div className="assign-buttons">
        <span>{t('assign.staff.unsaved', { count })}</span>
        <Button size="small" variant="quiet" isDisabled={isBusy} onPress={() => set({ edits: {} })}>
          {t('assign.staff.drop')}
        </Button>
        <Button size="small" variant="primary" type="submit" isPending={isBusy}>
          {t('assign.staff.save')}
        </Button>
      </div>
    </form>
  );
}
