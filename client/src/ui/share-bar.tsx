import './styles/share-bar.css';

interface ShareBarProps {
  label: string;
  /** 0 to 1. */
  value: number;
  /** Ready to read: "87%". */
  valueText: string;
  /** Beside the percentage: "318 of 412 km". */
  detail?: string;
  /** A former value to compare with: marked on the bar. */
  former?: number;
  /** Of the filled part; the accent where it is left out. */
  color?: string;
}

/** A share of a whole: a bar from nothing to all of it, with its name and number in words. */
export function ShareBar({ label, value, valueText, detail, former, color }: ShareBarProps) {
  const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <div className="ui-share">
      <div className="ui-share-words">
        <span className="ui-share-label">{label}</span>
        {detail && <span className="ui-share-detail">{detail}</span>}
        <b>{valueText}</b>
      </div>
      <div className="ui-share-track" aria-hidden="true">
        <div
          className="ui-share-fill"
          style={{ width: percent(value), ...(color && { background: color }) }}
        />
        {former !== undefined && <div className="ui-share-former" style={{ left: percent(former) }} />}
      </div>
    </div>
  );
}
