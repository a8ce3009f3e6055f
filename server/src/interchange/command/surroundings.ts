import type { Database } from '../../database/index.js';
import type { Language } from '../../messages/index.js';

/** What the process around the commands gives them; tests give their own. */
export interface CommandSurroundings {
  language: Language;
  /** Opens and migrates the database; called only once a file has proved readable. */
  open: () => Promise<Database>;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  print: (line: string) => void;
  printError: (text: string) => void;
  isTerminal: boolean;
  /** Told the exit code of a command that ended without throwing. */
  exit: (code: number) => void;
}
