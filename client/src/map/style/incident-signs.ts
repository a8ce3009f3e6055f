/** The families an incident's sign tells apart, as the server's catalogue of kinds sorts them. */
export const incidentCategories = [
  'TRAFFIC',
  'OFFENCE',
  'DISPUTE',
  'HAZARD',
  'HELP',
  'CITY_SERVICE',
  'OTHER',
] as const;
export type IncidentCategory = (typeof incidentCategories)[number];

/** How old a report is drawn: up to one hour, up to eight, older. */
export type IncidentAge = 'fresh' | 'recent' | 'old';
export const ageLimitSeconds = { fresh: 3600, recent: 8 * 3600 };

/** The age class of a report. */
export function getIncidentAge(reportedAtSeconds: number, nowSeconds: number): IncidentAge {
  const age = nowSeconds - reportedAtSeconds;
  return age < ageLimitSeconds.fresh ? 'fresh' : age < ageLimitSeconds.recent ? 'recent' : 'old';
}
