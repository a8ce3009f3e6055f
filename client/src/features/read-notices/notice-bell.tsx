import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNoticeStore } from '../../state/notice-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { NoticeList } from './notice-list.js';

/** The bell: how many notices are unread, and the list of them. Opening it counts as reading. */
export function NoticeBell() {
  const { t } = useTranslation();
  const unread = useNoticeStore((state) => state.unread);
  const markRead = useNoticeStore((state) => state.markRead);
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        markRead();
      }}
    >
      <IconButton
        icon="bell"
        count={unread}
        label={unread > 0 ? t('notice.unread', { count: unread }) : t('notice.title')}
        data-testid="notices"
      />
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="notice-dialog" aria-label={t('notice.title')}>
          <NoticeList onChoose={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
