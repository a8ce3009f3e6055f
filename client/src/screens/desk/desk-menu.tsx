import { useTranslation } from 'react-i18next';
import { actions, requireAction } from '../../features/run-actions/action-list.js';
import { useActionContext } from '../../features/run-actions/action-context.js';
import { isMac, writeShortcut } from '../../features/run-actions/shortcut.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { IconButton } from '../../ui/icon-button.js';
import { Menu, type MenuAction } from '../../ui/menu.js';

/** Everything of the bar that is needed seldom; on a phone also language and theme. */
export function DeskMenu() {
  const { t } = useTranslation();
  const context = useActionContext();
  const isNarrow = useIsNarrow();
  // The menu's ticks follow the preference.
  usePreferenceStore();
  const toItem = (id: string): MenuAction => {
    const { icon, label, shortcut, isOn, run } = requireAction(id);
    return {
      id,
      icon,
      label: label(t),
      ...(shortcut && !isNarrow && { shortcut: writeShortcut(shortcut, isMac) }),
      ...(isOn && { isSelected: isOn() }),
      onAction: () => run(context),
    };
  };
  const idsOf = (group: string): string[] =>
    actions.filter((action) => action.group === group).map(({ id }) => id);
  const look = isNarrow ? ['theme', 'language'] : ['density.comfortable', 'density.compact'];
  return (
    <Menu
      label={t('bar.menu')}
      trigger={<IconButton icon="more" label={t('bar.menu')} data-testid="desk-menu" />}
      groups={[
        { id: 'view', label: t('command.group.find'), items: ['palette', 'copyLink'].map(toItem) },
        {
          id: 'look',
          ...(isNarrow ? { label: t('command.group.look') } : { title: t('density.title') }),
          items: look.map(toItem),
        },
        {
          id: 'screens',
          label: t('command.group.screens'),
          items: [...idsOf('screens'), ...(isNarrow ? [] : ['resetLayout'])].map(toItem),
        },
      ]}
    />
  );
}
