import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './icon-button.js';
import './styles/dialog.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose(): void;
  closeLabel: string;
  children: ReactNode;
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large' | 'full';
  /** `top`: hangs from the upper edge, as a palette does. */
  placement?: 'centre' | 'top';
  /** Without the head: the title is then the dialog's name only. */
  isHeadHidden?: boolean;
  /** Whether a press outside closes it; Escape always does. */
  isDismissable?: boolean;
  role?: 'dialog' | 'alertdialog';
}

/** A window over the page: keeps focus inside, gives it back on closing. */
export function Dialog({
  title,
  isOpen,
  onClose,
  closeLabel,
  children,
  footer,
  size = 'medium',
  placement = 'centre',
  isHeadHidden = false,
  isDismissable = true,
  role = 'dialog',
}: DialogProps) {
  return (
    <ModalOverlay
      className="ui-scrim"
      data-placement={placement}
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={isDismissable}
    >
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog className="ui-dialog" role={role} {...(isHeadHidden && { 'aria-label': title })}>
          {!isHeadHidden && (
            <header className="ui-dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <IconButton icon="close" label={closeLabel} onPress={onClose} />
            </header>
          )}
          <div className="ui-dialog-body" data-bare={isHeadHidden}>
            {children}
          </div>
          {footer && <footer className="ui-dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
