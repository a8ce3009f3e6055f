import type { StreetGraphReport } from '../../streets/graph-report.js';
import type { Note } from '../report/row-refusal.js';

/** With less of its length in one piece, something is wrong with a network. */
const WHOLE = 0.9;

/** What an import tells about the street network it made. */
export function notesOnGraph(report: StreetGraphReport): Note[] {
  const { segments, junctions, roadMetres, restrictions, restrictionsUnused } = report;
  if (segments === 0) return [{ message: 'importStreetsNone', parameters: {} }];
  const notes: Note[] = [
    {
      message: 'importStreetNetwork',
      parameters: { segments, junctions, kilometres: kilometres(roadMetres) },
    },
  ];
  if (restrictions + restrictionsUnused > 0)
    notes.push({
      message: 'importRestrictions',
      parameters: { used: restrictions, unused: restrictionsUnused },
    });
  const second = report.longest[1];
  if (second) {
    const [longitude, latitude] = second.place;
    notes.push({
      message: report.largestShare < WHOLE ? 'importStreetsBroken' : 'importStreetPieces',
      parameters: {
        pieces: report.count,
        percent: (Math.floor(report.largestShare * 1000) / 10).toFixed(1),
        kilometres: kilometres(second.metres),
        longitude: longitude.toFixed(5),
        latitude: latitude.toFixed(5),
      },
    });
  }
  return notes;
}

const kilometres = (metres: number) => (metres / 1000).toFixed(1);
