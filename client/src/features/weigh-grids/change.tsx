interface ChangeProps {
  before: number | null;
  after: number | null;
  write(value: number): string;
  /** Whether less is welcome; null: neither is. */
  lessIsBetter?: boolean | null;
}

/** The cell that says how much a figure changed: nothing where it did not. */
export function Change({ before, after, write, lessIsBetter = null }: ChangeProps) {
  const difference = before === null || after === null ? 0 : after - before;
  const text = write(Math.abs(difference));
  // What is rounded away is no change.
  const isNone = difference === 0 || text === write(0);
  const isGood = lessIsBetter === null ? undefined : difference < 0 === lessIsBetter;
  return (
    <td className="effect-change" data-good={isNone ? undefined : isGood}>
      {isNone ? '' : `${difference > 0 ? '+' : '−'}${text}`}
    </td>
  );
}
