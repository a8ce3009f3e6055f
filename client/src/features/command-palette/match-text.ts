/**
 * How well a query fits a text; the higher the better, 0 not at all. Whole, beginning, beginning of a word,
 * anywhere, then its characters one after the other (深色 in 切换为深色, "swdk" in "switch dark"). Several words
 * of a query must all fit.
 */
export function scoreMatch(query: string, text: string): number {
  const words = normalise(query).split(' ').filter(Boolean);
  if (words.length === 0) return 1;
  const target = normalise(text);
  const scores = words.map((word) => scoreWord(word, target));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function scoreWord(word: string, target: string): number {
  if (target === word) return 100;
  const at = target.indexOf(word);
  if (at === 0) return 80;
  if (at > 0) return (target[at - 1] === ' ' ? 60 : 45) - Math.min(at, 10) / 10;
  // A short query fits almost anything letter by letter: only longer ones are tried so.
  if (word.length < 3) return 0;
  const spread = getSpread(word, target);
  return spread === null ? 0 : Math.max(1, 20 - (spread - word.length));
}

/** Over how many characters of the target the word's own are spread; null if they do not all come in order. */
function getSpread(word: string, target: string): number | null {
  let from = -1;
  let first = -1;
  for (const character of word) {
    from = target.indexOf(character, from + 1);
    if (from === -1) return null;
    if (first === -1) first = from;
  }
  return from - first + 1;
}

const normalise = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The items that fit, best first; equal ones keep their order. `getTexts` lists what an item is found by, best first. */
export function rankMatches<Item>(
  query: string,
  items: readonly Item[],
  getTexts: (item: Item) => readonly string[],
): Item[] {
  return items
    .map((item) => ({
      item,
      // What stands on screen counts more than the other words a thing is found by.
      score: Math.max(
        ...getTexts(item).map((text, index) => scoreMatch(query, text) * (index === 0 ? 1 : 0.7)),
      ),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
