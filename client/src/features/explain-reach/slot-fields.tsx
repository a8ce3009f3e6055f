import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import type { SlotDraft } from './draft-settings.js';
import { NumberField, type FieldsProps } from './number-field.js';

const most = 24;

/** Hours of the day in which driving takes longer, or less long. */
export function SlotFields({ draft, faults, refused, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { slots } = draft;
  const setSlots = (next: SlotDraft[]): void => onChange({ ...draft, slots: next });
  return (
    <div className="travel-part">
      <p className="muted">{t('travel.slotHint')}</p>
      {slots.length === 0 && <p>{t('explain.noSlots')}</p>}
      {slots.map((slot, index) => (
        <div key={index} className="travel-row">
          {(['fromHour', 'toHour', 'factor'] as const).map((part) => (
            <NumberField
              key={part}
              label={t(`travel.slot.${part}`)}
              field={`slots.${index}.${part}`}
              kind={`slots.${part}`}
              value={slot[part]}
              faults={faults}
              refused={refused}
              onChange={(value) =>
                setSlots(slots.map((each, at) => (at === index ? { ...each, [part]: value } : each)))
              }
            />
          ))}
          <IconButton
            icon="remove"
            label={t('travel.removeSlot')}
            onPress={() => setSlots(slots.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon="plus"
        isDisabled={slots.length >= most}
        onPress={() => setSlots([...slots, { fromHour: '7', toHour: '9', factor: '1.2' }])}
      >
        {t('travel.addSlot')}
      </Button>
    </div>
  );
}
