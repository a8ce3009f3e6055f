import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../i18n/format.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { ToggleChips } from '../../ui/toggle-chips.js';
import { parseMinutes } from './parse-minutes.js';

const usual = [60, 180, 300, 480];
const most = 5;

interface LimitChoiceProps {
  /** Seconds, ascending. */
  limits: number[];
  onChange(limits: number[]): void;
}

/** Within how long: some of the usual spans, or one's own. */
export function LimitChoice({ limits, onChange }: LimitChoiceProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const offered = [...new Set([...usual, ...limits])].sort((a, b) => a - b);
  const set = (seconds: number[]): void => {
    const next = [...new Set(seconds)].sort((a, b) => a - b);
    if (next.length > 0 && next.length <= most) onChange(next);
  };
  return (
    <div className="reach-limits">
      <span className="reach-label">{t('reach.within')}</span>
      <ToggleChips
        label={t('reach.within')}
        isRequired
        options={offered.map((seconds) => ({
          value: String(seconds),
          label: formatDuration(seconds, t),
          isDisabled: limits.length >= most && !limits.includes(seconds),
        }))}
        values={limits.map(String)}
        onChange={(values) => set(values.map(Number))}
      />
      {isOpen ? (
        <OwnLimit
          onAdd={(seconds) => {
            set([...limits, seconds]);
            setOpen(false);
          }}
        />
      ) : (
        limits.length < most && (
          <Button variant="quiet" size="small" icon="plus" onPress={() => setOpen(true)}>
            {t('reach.ownLimit')}
          </Button>
        )
      )}
    </div>
  );
}

function OwnLimit({ onAdd }: { onAdd(seconds: number): void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const seconds = parseMinutes(text);
  return (
    <form
      className="reach-own-limit"
      onSubmit={(event) => {
        event.preventDefault();
        if (seconds === null) setTried(true);
        else onAdd(seconds);
      }}
    >
      <TextField
        label={t('reach.ownLimitLabel')}
        isLabelHidden
        placeholder={t('reach.ownLimitPlaceholder')}
        autoFocus
        value={text}
        onChange={setText}
        {...(isTried && seconds === null && { error: t('reach.ownLimitWrong') })}
      />
      <Button type="submit" size="small">
        {t('reach.addLimit')}
      </Button>
    </form>
  );
}
