import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ChangePlanStateDocument } from '../../graphql/generated/studio/graphql.js';
import { formatDateTime, type TimeLocale } from '../../i18n/format.js';
import { toWallTime } from '../../i18n/zoned-time.js';
import { useNow } from '../../state/use-now.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { Dialog } from '../../ui/dialog.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { showToast } from '../../ui/toast.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { AuthorField } from './author-field.js';
import { addDays, checkDeed, startDeed, type DeedDraft } from './deed-draft.js';
import './plan-form.css';
import type { PlanPartProps } from './use-plan.js';
import { LeftOpen } from './left-open.js';
import { Problem } from './problem.js';
import { deedTargets, type Deed } from './workflow.js';

interface DeedDialogProps extends PlanPartProps {
  deed: Deed;
  onClose(): void;
}

/** Takes the plan a step further: says what will happen, and asks for what the step has to state. */
export function DeedDialog({ plan, version, deed, onChange, onClose }: DeedDialogProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const [draft, setDraft] = useState(() => startDeed(plan, now, locale.timeZone));
  const [{ fetching, error }, change] = useMutation(ChangePlanStateDocument);
  const { fault, values } = checkDeed(deed, draft, now, locale.timeZone);
  const zone = nameZone(locale);
  // What is only missing yet is no mistake: the button waits for it.
  const isWrong = fault === 'reversed' || fault === 'past' || fault === 'malformed';
  const put = (part: Partial<DeedDraft>): void => setDraft({ ...draft, ...part });
  const run = async (): Promise<void> => {
    if (fault || fetching) return;
    const { by, refreshPlan } = useStudioStore.getState();
    const { data } = await change({
      input: {
        planId: plan.id,
        version,
        to: deedTargets[deed],
        by: by.trim() || null,
        note: draft.note.trim() || null,
        ...values,
      },
    });
    if (!data) return;
    refreshPlan();
    onChange();
    showToast({ text: t(`plans.deed.${deed}.done`, { number: plan.number }), tone: 'success' });
    onClose();
  };
  return (
    <Dialog
      title={t(`plans.deed.${deed}.title`, { number: plan.number })}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="small"
      isDismissable={!fetching}
      footer={
        <>
          <Button onPress={onClose} isDisabled={fetching}>
            {t('plans.cancel')}
          </Button>
          <Button
            variant={deed === 'withdraw' ? 'danger' : 'primary'}
            isDisabled={fault !== null}
            isPending={fetching}
            data-testid="do-deed"
            onPress={() => void run()}
          >
            {t(`plans.deed.${deed}.confirm`)}
          </Button>
        </>
      }
    >
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {error && <Problem error={error} onReload={onChange} onClose={onClose} />}
        <p>{t(`plans.deed.${deed}.text`, { count: plan.changedGridCount })}</p>
        <LeftOpen plan={plan} deed={deed} />
        {deed === 'publicise' && (
          <div className="plan-form-pair">
            <DateField
              label={t('plans.field.publicisedFrom')}
              value={draft.from}
              onChange={(from) => put({ from })}
            />
            <DateField
              label={t('plans.field.publicisedTo')}
              value={draft.to}
              min={draft.from}
              error={fault === 'reversed' ? t('plans.fault.reversed') : undefined}
              onChange={(to) => put({ to })}
            />
          </div>
        )}
        {deed === 'approve' && (
          <TextField
            label={t('plans.field.documentNumber')}
            placeholder={t('plans.field.documentPlaceholder')}
            value={draft.documentNumber}
            onChange={(documentNumber) => put({ documentNumber })}
            maxLength={100}
            autoFocus
            autoComplete="off"
          />
        )}
        {deed === 'publish' && (
          <>
            <SegmentedControl
              label={t('plans.field.effectiveAt')}
              isFullWidth
              value={draft.isAtOnce ? 'now' : 'later'}
              options={[
                { value: 'now', label: t('plans.publish.now') },
                { value: 'later', label: t('plans.publish.later') },
              ]}
              onChange={(when) => put({ isAtOnce: when === 'now' })}
            />
            {!draft.isAtOnce && (
              <div className="plan-form-pair">
                <DateField
                  label={t('plans.field.effectiveDay')}
                  value={draft.day}
                  min={toWallTime(now, locale.timeZone).date}
                  max={addDays(toWallTime(now, locale.timeZone).date, 3660)}
                  onChange={(day) => put({ day })}
                />
                <TextField
                  label={t('plans.field.effectiveTime')}
                  inputMode="numeric"
                  placeholder="00:00"
                  value={draft.time}
                  maxLength={5}
                  onChange={(time) => put({ time: time.replace('：', ':') })}
                  {...(isWrong && { error: t(`plans.fault.${fault}`) })}
                />
              </div>
            )}
            <p className="cover-hint" aria-live="polite">
              {draft.isAtOnce
                ? t('plans.publish.nowHint')
                : values.effectiveAt
                  ? t('plans.publish.laterHint', {
                      time: formatDateTime(values.effectiveAt, locale),
                      zone,
                    })
                  : t('plans.publish.zoneHint', { zone })}
            </p>
          </>
        )}
        <TextArea
          label={t(deed === 'sendBack' ? 'plans.field.sendBackNote' : 'plans.field.note')}
          {...(deed === 'sendBack' && {
            description: t('plans.field.sendBackHint'),
            autoFocus: true,
          })}
          value={draft.note}
          onChange={(note) => put({ note })}
          maxLength={500}
        />
        <AuthorField />
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** What people call the county's clock: 中国标准时间 · China Standard Time. */
function nameZone({ language, timeZone }: TimeLocale): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
