import { localViewer, type Database } from '../database/index.js';

const LOOK_EVERY_MS = 500;
const LATEST = `SELECT xid::text || '/' || seq AS latest FROM event
  WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid DESC, seq DESC LIMIT 1`;

/**
 * Tells waiting subscribers that the event log has grown. One look serves all of them, and nobody looks while nobody
 * waits.
 */
export class Pulse {
  private waiting = new Set<() => void>();
  private latest: string | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  /** Resolves at the next change, or when the signal aborts. */
  next(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      // One signal serves a subscriber for days: what was hung on it is taken off again.
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
      this.timer ??= setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
    });
  }

  private async look(): Promise<void> {
    const latest = await this.readLatest();
    this.timer = undefined;
    if (latest !== undefined && latest !== this.latest) {
      this.latest = latest;
      for (const wake of [...this.waiting]) wake();
    } else if (this.waiting.size > 0) {
      this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
    }
  }

  private async readLatest(): Promise<string | undefined> {
    try {
      const [row] = await this.database.read(localViewer, (session) =>
        session.query<{ latest: string }>(LATEST),
      );
      return row?.latest;
    } catch {
      return undefined; // a database away for a moment: look again
    }
  }
}
