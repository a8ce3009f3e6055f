import './signed.css';

/** A difference: its sign says which way; colour, where one way is welcome, says it faster. */
export function Signed({ text, isGood }: { text: string; isGood?: boolean | undefined }) {
  return (
    <span className="signed" data-good={isGood} data-none={text === '±0' || text === '—' || undefined}>
      {text}
    </span>
  );
}
