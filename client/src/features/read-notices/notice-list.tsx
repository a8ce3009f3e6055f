import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatShort } from '../../i18n/format.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useNoticeStore, type DeskNotice } from '../../state/notice-store.js';
import { useNow } from '../../state/use-now.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useKindName } from '../watch-county/use-incident-kinds.js';
import './notice-list.css';

type Tone = 'danger' | 'warning' | 'success' | 'accent';

const signs: Record<DeskNotice['kind'], { icon: IconName; tone: Tone }> = {
  urgentIncident: { icon: 'alert', tone: 'danger' },
  offline: { icon: 'offline', tone: 'danger' },
  online: { icon: 'online', tone: 'success' },
  polling: { icon: 'refresh', tone: 'warning' },
  boundary: { icon: 'layers', tone: 'accent' },
};

/** What happened since this screen was opened, newest first. */
export function NoticeList({ onChoose }: { onChoose(): void }) {
  const { t } = useTranslation();
  const notices = useNoticeStore((state) => state.notices);
  const clear = useNoticeStore((state) => state.clear);
  return (
    <div className="notice-list" data-testid="notice-list">
      <header>
        <h2>{t('notice.title')}</h2>
        {notices.length > 0 && (
          <Button variant="quiet" size="small" onPress={clear}>
            {t('notice.clear')}
          </Button>
        )}
      </header>
      {notices.length === 0 ? (
        <div className="notice-list-empty">
          <p>{t('notice.none')}</p>
          <p className="muted">{t('notice.noneHint')}</p>
        </div>
      ) : (
        <ul>
          {notices.map((notice) => (
            <li key={notice.id} data-tone={signs[notice.kind].tone}>
              <NoticeRow notice={notice} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function NoticeRow({ notice, onChoose }: { notice: DeskNotice; onChoose(): void }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const kindName = useKindName();
  const offset = useConnectionStore((state) => state.clockOffset);
  const { title, text } = describe(notice, t, kindName);
  const content = (
    <>
      <Icon name={signs[notice.kind].icon} />
      <span className="notice-list-words">
        <b>{title}</b>
        {text && <span>{text}</span>}
      </span>
      <time dateTime={new Date(notice.at).toISOString()}>{formatShort(notice.at + offset, now, locale)}</time>
    </>
  );
  if (notice.kind !== 'urgentIncident') return <div className="notice-list-row">{content}</div>;
  return (
    <button
      type="button"
      className="notice-list-row"
      onClick={() => {
        useViewStore.getState().select({ kind: 'incident', id: notice.incidentId });
        onChoose();
      }}
    >
      {content}
    </button>
  );
}

function describe(
  notice: DeskNotice,
  t: TFunction,
  kindName: (code: string) => string,
): { title: string; text?: string } {
  switch (notice.kind) {
    case 'urgentIncident':
      return {
        title: t('notice.urgentIncident', { kind: kindName(notice.incidentKind) }),
        text: notice.address ?? t('incident.noPlace'),
      };
    case 'online':
      return { title: t('notice.online'), text: t('notice.away', { count: notice.awaySeconds }) };
    default:
      return { title: t(`notice.${notice.kind}`), text: t(`notice.hint.${notice.kind}`) };
  }
}
