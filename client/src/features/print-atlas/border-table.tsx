import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AtlasGrid } from './atlas-grids.js';
import { sides, type Borders, type Side } from './use-border-words.js';

interface BorderTableProps {
  grid: AtlasGrid;
  /** Null: they are being made. */
  borders: Borders | null;
  onWrite(borders: Borders): void;
}

/** 四至: what a grid reaches to on each side, to be corrected on the sheet itself. */
export function BorderTable({ grid, borders, onWrite }: BorderTableProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<{ side: Side; text: string } | null>(null);
  return (
    <table className="atlas-borders">
      <caption className="sr-only">{t('atlas.borders')}</caption>
      <tbody>
        {sides.map((side) => (
          <tr key={side}>
            <th scope="row">{t(`atlas.side.${side}`)}</th>
            <td>
              {borders ? (
                <textarea
                  className="atlas-edit"
                  rows={1}
                  maxLength={200}
                  aria-label={`${grid.name} ${t(`atlas.side.${side}`)}`}
                  value={typed?.side === side ? typed.text : borders[side]}
                  onChange={(event) => setTyped({ side, text: event.target.value.replace(/\n/g, '') })}
                  onBlur={() => {
                    if (typed) onWrite({ ...borders, [typed.side]: typed.text.trim() });
                    setTyped(null);
                  }}
                />
              ) : (
                <span className="atlas-waiting">{t('atlas.making')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
