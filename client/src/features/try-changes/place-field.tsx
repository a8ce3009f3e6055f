import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLayoutStore } from '../../state/layout-store.js';
import { pickPlace, usePickStore } from '../../state/pick-store.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import './place-field.css';
import { parsePlace } from './parse-place.js';

interface PlaceFieldProps {
  /** Said over the map while it waits for a press. */
  prompt: string;
  onPick(place: { longitude: number; latitude: number }): void;
}

/** A place: pointed at on the map, its middle, or written as latitude and longitude. */
export function PlaceField({ prompt, onPick }: PlaceFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const isPicking = usePickStore(({ pick }) => pick?.prompt === prompt);
  const isNarrow = useIsNarrow();
  const typed = parsePlace(text);
  const example = useViewStore(({ camera }) =>
    camera ? `${camera.latitude.toFixed(4)}, ${camera.longitude.toFixed(4)}` : '',
  );
  const pick = async (): Promise<void> => {
    if (isNarrow) useLayoutStore.getState().setSheetHeight('low');
    const place = await pickPlace(prompt);
    if (place) onPick(place);
  };
  const takeMiddle = (): void => {
    const { camera } = useViewStore.getState();
    if (camera) onPick({ longitude: camera.longitude, latitude: camera.latitude });
  };
  return (
    <div className="place-field">
      <div className="cover-buttons">
        <Button variant="primary" icon="target" isDisabled={isPicking} onPress={() => void pick()}>
          {isPicking ? t('plan.place.picking') : t('plan.place.pick')}
        </Button>
        <Button onPress={takeMiddle}>{t('plan.place.middle')}</Button>
      </div>
      <form
        className="place-typed"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed) onPick(typed);
        }}
      >
        <TextField
          label={t('plan.place.typed')}
          placeholder={example}
          value={text}
          onChange={setText}
          autoComplete="off"
          {...(text.trim() !== '' && !typed && { error: t('plan.place.malformed', { example }) })}
        />
        <Button type="submit" isDisabled={!typed}>
          {t('plan.place.take')}
        </Button>
      </form>
    </div>
  );
}
