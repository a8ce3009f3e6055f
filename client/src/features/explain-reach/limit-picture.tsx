import { useTranslation } from 'react-i18next';
import { usePreferenceStore } from '../../state/preference-store.js';
import { getPalette } from '../../ui/tokens.js';

/** Three streets one after the other, in units of the picture. The last is reached for two fifths when time is up. */
const ends = [16, 116, 196, 316] as const;
const shareOfLast = 0.4;
const limitAt = ends[2] + (ends[3] - ends[2]) * shareOfLast;
const line = 40;

/** How a street at the limit counts: as far as one gets. */
export function LimitPicture() {
  const { t } = useTranslation();
  const p = getPalette(usePreferenceStore((state) => state.theme));
  const times = [null, '2:10', '4:00', '6:30'];
  return (
    <figure className="explain-picture">
      <svg viewBox="0 0 332 84" role="img" aria-label={t('explain.pictureLabel')}>
        <path d={`M${ends[0]} ${line}H${ends[3]}`} stroke={p.street} strokeWidth="13" strokeLinecap="round" />
        <path d={`M${ends[0]} ${line}H${limitAt}`} stroke={p.reach3} strokeWidth="8" />
        <path
          d={`M${limitAt} ${line}H${ends[3]}`}
          stroke={p.reachGap}
          strokeWidth="3"
          strokeDasharray="6 5"
        />
        <path d={`M${limitAt} ${line - 16}v32`} stroke={p.text} strokeWidth="2" />
        <text x={limitAt} y={line - 22} textAnchor="middle" fill={p.text} fontWeight="600">
          5:00
        </text>
        <text x={limitAt + 6} y={line + 32} fill={p.text}>
          {t('explain.pictureShare')}
        </text>
        {ends.map((x, index) => (
          <g key={x}>
            <circle
              cx={x}
              cy={line}
              r={index === 0 ? 8 : 5}
              fill={index === 0 ? p.postPolice : p.surface}
              stroke={index === 0 ? p.postEdge : p.edge}
              strokeWidth="2"
            />
            {times[index] && (
              <text
                x={x}
                y={line - 14}
                textAnchor={index === ends.length - 1 ? 'end' : 'middle'}
                fill={p.textMuted}
              >
                {times[index]}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption>{t('explain.picture')}</figcaption>
    </figure>
  );
}
