import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toWallTime } from '../../i18n/zoned-time.js';
import { useNow } from '../../state/use-now.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Banner } from '../../ui/banner.js';
import { DateField } from '../../ui/date-field.js';
import { IconButton } from '../../ui/icon-button.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './assign.css';
import { useAssignStore, type AssignView } from './assign-store.js';
import { NormsDialog } from './norms-dialog.js';
import { PastePart } from './paste-part.js';
import { PostsPart } from './posts-part.js';
import { StaffPart } from './staff-part.js';
import { useAssignments } from './use-assignments.js';

const views: AssignView[] = ['staff', 'posts', 'paste'];

/** Staff, households and posts of the grids in force: by map, by table, by paste; from now on or from a day. */
export function AssignPanel() {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { view, set } = useAssignStore();
  const planId = useStudioStore((state) => state.planId);
  const [hasNorms, setNorms] = useState(false);
  const state = useAssignments();
  const { assignments, error, refresh } = state;
  return (
    <div className="assign" data-testid="assign-panel">
      {planId !== null && <Banner tone="plain">{t('assign.inForceOnly')}</Banner>}
      <div className="assign-head">
        <EffectiveDate />
        <IconButton
          icon="settings"
          label={t('assign.norms.title')}
          onPress={() => setNorms(true)}
          data-testid="open-norms"
        />
      </div>
      <SegmentedControl
        label={t('assign.view.label')}
        isFullWidth
        value={view}
        options={views.map((value) => ({ value, label: t(`assign.view.${value}`) }))}
        onChange={(next) => set({ view: next })}
      />
      {error ? (
        <Notice
          kind="error"
          title={t('assign.failed')}
          action={{ label: t('action.retry'), onPress: refresh }}
        >
          {errorWords(error)}
        </Notice>
      ) : !assignments ? (
        <Skeleton shape="rows" count={6} label={t('loading')} />
      ) : view === 'staff' ? (
        <StaffPart assignments={assignments} state={state} />
      ) : view === 'posts' ? (
        <PostsPart assignments={assignments} state={state} />
      ) : (
        <PastePart refresh={refresh} />
      )}
      {hasNorms && <NormsDialog onClose={() => setNorms(false)} onSaved={refresh} />}
    </div>
  );
}

/** From when changes count: at once, or from the morning of a day to come. */
function EffectiveDate() {
  const { t } = useTranslation();
  const { timeZone } = useTimeLocale();
  const now = useNow(60_000);
  const { effectiveDay, set } = useAssignStore();
  const tomorrow = toWallTime(now + 86_400_000, timeZone).date;
  return (
    <div className="assign-date">
      <SegmentedControl
        label={t('assign.effective.label')}
        value={effectiveDay === null ? 'now' : 'later'}
        options={[
          { value: 'now', label: t('assign.effective.now') },
          { value: 'later', label: t('assign.effective.later') },
        ]}
        onChange={(next) => set({ effectiveDay: next === 'now' ? null : tomorrow })}
      />
      {effectiveDay !== null && (
        <DateField
          label={t('assign.effective.day')}
          isLabelHidden
          value={effectiveDay}
          min={tomorrow}
          onChange={(day) => set({ effectiveDay: day || tomorrow })}
        />
      )}
    </div>
  );
}
