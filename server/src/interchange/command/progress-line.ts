import { render } from '../../messages/index.js';
import type { ImportOptions } from '../report/import-report.js';
import type { CommandSurroundings } from './surroundings.js';

const CODES = { read: 'progressRead', check: 'progressCheck', store: 'progressStore' } as const;
/** Often enough on a screen to look alive; in a log a line now and then. */
const EVERY_MS = { terminal: 200, log: 5000 };

/** Says how far an import is: one line rewritten in place on a terminal, else a line every few seconds. */
export function progressLine({
  isTerminal,
  language,
  printError,
}: Pick<CommandSurroundings, 'isTerminal' | 'language' | 'printError'>) {
  let last = performance.now();
  let shown = false;
  const show: NonNullable<ImportOptions['progress']> = (stage, done, total) => {
    const now = performance.now();
    if (now - last < (isTerminal ? EVERY_MS.terminal : EVERY_MS.log)) return;
    last = now;
    shown = true;
    const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
    const words = render(CODES[stage], { percent, done: total > 0 ? `${done}/${total}` : done }, language);
    printError(isTerminal ? `\r\u001b[K${words}` : `${words}\n`);
  };
  return { show, clear: () => void (shown && isTerminal && printError('\r\u001b[K')) };
}
