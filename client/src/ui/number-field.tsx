import { useState } from 'react';
import { TextField } from './text-field.js';

interface NumberFieldProps {
  label: string;
  value: number | null;
  min: number;
  max: number;
  /** Whether nothing may be said; `onChange(null)` then. */
  isOptional?: boolean;
  placeholder?: string;
  description?: string;
  /** Said while what is typed is no number of the range. */
  error: string;
  onChange(value: number | null): void;
}

/** A number to type. What is no number of the range is not passed on, and the field says so. */
export function NumberField({
  value,
  min,
  max,
  isOptional = false,
  error,
  onChange,
  ...rest
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const isFine = isWithin(text, min, max, isOptional);
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      value={text}
      {...(!isFine && { error })}
      onChange={(next) => {
        setTyped(next);
        if (isWithin(next, min, max, isOptional)) onChange(next.trim() === '' ? null : Number(next));
      }}
      // The value in force comes back once the field is left.
      onBlur={() => setTyped(null)}
    />
  );
}

function isWithin(text: string, min: number, max: number, isOptional: boolean): boolean {
  if (text.trim() === '') return isOptional;
  const number = Number(text);
  return number >= min && number <= max;
}
