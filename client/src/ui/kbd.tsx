import './styles/kbd.css';

/** Keys to press together, as they stand on the keyboard: `<Kbd keys="Ctrl K" />`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="ui-keys">
      {keys.split(' ').map((key) => (
        <kbd key={key} className="ui-key">
          {key}
        </kbd>
      ))}
    </span>
  );
}
