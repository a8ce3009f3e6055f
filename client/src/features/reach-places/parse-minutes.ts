/** Reads "4", "2.5" or "4:30" as minutes, gives whole seconds from 1 to 3600; null for anything else. */
export function parseMinutes(text: string): number | null {
  const [, minutes, seconds = '0'] =
    /^(\d{1,2}(?:[.．]\d{1,2})?)(?:[:：](\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (minutes === undefined || Number(seconds) > 59) return null;
  const total = Math.round(Number(minutes.replace('．', '.')) * 60 + Number(seconds));
  return total >= 1 && total <= 3600 ? total : null;
}
