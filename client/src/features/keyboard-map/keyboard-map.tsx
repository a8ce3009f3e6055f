import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import { Kbd } from '../../ui/kbd.js';
import { actionGroups } from '../run-actions/action.js';
import { actions } from '../run-actions/action-list.js';
import { isMac, writeShortcut } from '../run-actions/shortcut.js';
import './keyboard-map.css';

/** Keys that belong to a place of the screen rather than to an action. */
const placeKeys = [
  { id: 'escape', keys: 'Esc' },
  { id: 'walk', keys: '↑ ↓' },
  { id: 'pan', keys: '← → ↑ ↓' },
  { id: 'rotate', keys: 'Shift ← →' },
  { id: 'resize', keys: '← →' },
];

/** Every shortcut, by group, from the list that runs them. */
export function KeyboardMap({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const groups = actionGroups
    .map((group) => ({
      group,
      rows: actions.filter((action) => action.group === group && action.shortcut),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Dialog
      title={t('command.keyboard')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="large"
    >
      <p className="muted">{t('keyboard.hint')}</p>
      {/* The list is longer than a small screen and has nothing else to focus: keys must be able to scroll it. */}
      <div
        className="keyboard-map"
        data-testid="keyboard-map"
        role="group"
        aria-label={t('command.keyboard')}
        tabIndex={0}
      >
        {groups.map(({ group, rows }) => (
          <section key={group}>
            <h3>{t(`command.group.${group}`)}</h3>
            <dl>
              {rows.map(({ id, label, shortcut }) => (
                <div key={id}>
                  <dt>{label(t)}</dt>
                  <dd>
                    <Kbd keys={writeShortcut(shortcut!, isMac)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t('keyboard.places')}</h3>
          <dl>
            {placeKeys.map(({ id, keys }) => (
              <div key={id}>
                <dt>{t(`keyboard.place.${id}`)}</dt>
                <dd>
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
