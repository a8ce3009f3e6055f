import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { TextField } from '../../ui/text-field.js';
import '../../ui/styles/popover.css';

const longest = 40;

/** With which post or role changes are signed on this machine. */
export function AuthorButton() {
  const { t } = useTranslation();
  const by = useStudioStore((state) => state.by);
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="bar-button studio-author" data-testid="studio-author">
        <Icon name="edit" size="small" />
        <span>{by || t('studio.author.none')}</span>
      </AriaButton>
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="studio-author-dialog" aria-label={t('studio.author.title')}>
          <AuthorForm onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function AuthorForm({ onDone }: { onDone(): void }) {
  const { t } = useTranslation();
  const { by, setBy } = useStudioStore.getState();
  const [text, setText] = useState(by);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setBy(text.trim());
        onDone();
      }}
    >
      <TextField
        label={t('studio.author.title')}
        description={t('studio.author.hint')}
        placeholder={t('studio.author.example')}
        value={text}
        maxLength={longest}
        autoFocus
        onChange={setText}
      />
      <Button variant="primary" type="submit">
        {t('studio.author.save')}
      </Button>
    </form>
  );
}
