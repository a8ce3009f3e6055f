/** Older than this, a position is what was, not what is: as on the map. */
const staleAfterSeconds = 60;

/** Whether a unit's last position is too old to count on. */
export function isFixStale(fixAgeSeconds: number): boolean {
  return fixAgeSeconds > staleAfterSeconds;
}
