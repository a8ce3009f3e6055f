import './styles/share-bar.css';

interface ShareBarProps {
  label: string;
  /** 0 to 1. */
  value: number;
  /** Ready to read: "87%". */
  valueText: string;
  /** Beside the percentage: "318 of 412 km". */
  detail?: string;
}

/** A share of a whole: a bar from nothing to all of it, with its name and number in words. */
export function ShareBar({ label, value, valueText, detail }: ShareBarProps) {
  return (
    <div className="ui-share">
      <div className="ui-share-words">
        <span className="ui-share-label">{label}</span>
        {detail && <span className="ui-share-detail">{detail}</span>}
        <b>{valueText}</b>
      </div>
      <div className="ui-share-track" aria-hidden="true">
        <div className="ui-share-fill" style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
      </div>
    </div>
  );
}
