import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostKind } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { makeChange } from '../../state/post-changes.js';
import { Select } from '../../ui/select.js';
import { TextField } from '../../ui/text-field.js';
import { HoursField, type Hours } from './hours-field.js';
import { PlaceField } from './place-field.js';
import { respondingKinds } from './post-kinds.js';

/** A post that does not exist yet: its kind, name and hours, then its place, which adds it. */
export function AddPost({ onDone }: { onDone(): void }) {
  const { t } = useTranslation();
  const changes = useCoverStore((state) => state.changes);
  const change = useCoverStore((state) => state.change);
  const [kind, setKind] = useState<PostKind>('LIAISON_STATION');
  const [typed, setTyped] = useState<string | null>(null);
  const [hours, setHours] = useState<Hours>({ opensAtMinute: null, closesAtMinute: null });
  const taken = new Set(changes.map((each) => each.name));
  const suggest = (number: number): string => {
    const suggested = t('plan.add.defaultName', { kind: t(`legend.post.${kind}`), number });
    return taken.has(suggested) ? suggest(number + 1) : suggested;
  };
  const name = typed ?? suggest(1);
  return (
    <>
      <Select
        label={t('plan.add.kind')}
        value={kind}
        options={respondingKinds.map((value) => ({ value, label: t(`legend.post.${value}`) }))}
        onChange={setKind}
      />
      <TextField
        label={t('plan.add.name')}
        value={name}
        onChange={setTyped}
        maxLength={80}
        {...(name.trim() === '' && { error: t('plan.add.nameMissing') })}
      />
      <HoursField value={hours} onChange={setHours} />
      {name.trim() !== '' && (
        <PlaceField
          prompt={t('plan.place.promptAdd', { name: name.trim() })}
          onPick={({ longitude, latitude }) => {
            change(makeChange('ADD', { kind, name: name.trim(), longitude, latitude, ...hours }));
            onDone();
          }}
        />
      )}
    </>
  );
}
