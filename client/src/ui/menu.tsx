import { useRef, type ReactElement } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from './icon.js';
import { Kbd } from './kbd.js';
import './styles/popover.css';
import './styles/menu.css';

export interface MenuAction {
  id: string;
  label: string;
  icon?: IconName;
  shortcut?: string;
  isDisabled?: boolean;
  isDangerous?: boolean;
  /** For a choice: whether it is the present one (a tick stands before it). */
  isSelected?: boolean;
  onAction(): void;
}

export interface MenuGroup {
  id: string;
  /** Shown above the group; `label` names it where nothing is shown. */
  title?: string;
  label?: string;
  items: MenuAction[];
}

interface MenuProps {
  /** A Button or IconButton. */
  trigger: ReactElement;
  label: string;
  groups: MenuGroup[];
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

/** A list of actions that opens from a button. */
export function Menu({ trigger, label, groups, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" placement={placement} offset={4}>
        <MenuList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

interface ContextMenuProps {
  label: string;
  groups: MenuGroup[];
  /** Where it opens, CSS pixels within the nearest positioned box; null: closed. */
  at: { x: number; y: number } | null;
  onClose(): void;
}

/** A list of actions that opens where somebody pressed. */
export function ContextMenu({ label, groups, at, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        className="ui-menu-anchor"
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        aria-hidden="true"
      />
      <Popover
        // Opened elsewhere it is another menu, not one that slides over.
        key={at ? `${at.x}:${at.y}` : ''}
        className="ui-popover"
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        offset={2}
      >
        <MenuList label={label} groups={groups} onClose={onClose} hasFocus />
      </Popover>
    </>
  );
}

interface MenuListProps {
  label: string;
  groups: MenuGroup[];
  onClose?: () => void;
  hasFocus?: boolean;
}

function MenuList({ label, groups, onClose, hasFocus = false }: MenuListProps) {
  return (
    <AriaMenu
      className="ui-menu"
      aria-label={label}
      {...(onClose && { onClose })}
      {...(hasFocus && { autoFocus: 'first' as const })}
    >
      {groups.map((group) => (
        <MenuSection
          key={group.id}
          className="ui-menu-group"
          {...(!group.title && { 'aria-label': group.label ?? label })}
        >
          {group.title && <Header className="ui-menu-title">{group.title}</Header>}
          {group.items.map((item) => (
            <MenuRow key={item.id} {...item} />
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

function MenuRow({ id, label, icon, shortcut, isDisabled, isDangerous, isSelected, onAction }: MenuAction) {
  return (
    <MenuItem
      id={id}
      className="ui-menu-item"
      textValue={label}
      isDisabled={isDisabled ?? false}
      onAction={onAction}
      data-dangerous={isDangerous || undefined}
      data-chosen={isSelected || undefined}
      {...(isSelected !== undefined && { 'aria-current': isSelected })}
    >
      {isSelected !== undefined ? (
        <span className="ui-menu-tick">{isSelected && <Icon name="check" size="small" />}</span>
      ) : (
        icon && <Icon name={icon} size="small" />
      )}
      <span className="ui-menu-label">{label}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </MenuItem>
  );
}
