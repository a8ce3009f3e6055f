import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder;
let file;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maplebridge-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const holder = (pid, host = hostname()) => writeFileSync(file, JSON.stringify({ pid, host }));
const noOneHasPid = 2 ** 22 + 1; // above the kernel's limit

describe('the build lock', () => {
  it('lets one in at a time and tells the others to wait', async () => {
    let inside = 0;
    let most = 0;
    let waiting = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await delay(20);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(file, work, () => (waiting += 1))));
    expect(most).toBe(1);
    expect(waiting).toBe(2);
  });

  it('is released when the work fails', async () => {
    const failing = withLock(
      file,
      () => Promise.reject(new Error('no')),
      () => {},
    );
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('passes over a process that has died', async () => {
    holder(noOneHasPid);
    expect(await enters()).toBe(true);
  });

  it('passes over a holder whose heartbeat stopped, whatever its number', async () => {
    holder(process.pid);
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(file, longAgo, longAgo);
    expect(await enters()).toBe(true);
  });

  it('waits for a living holder, also on another machine', async () => {
    holder(process.pid);
    expect(await enters()).toBe(false);
    rmSync(file);
    await delay(300);
    holder(noOneHasPid, 'elsewhere');
    expect(await enters()).toBe(false);
    rmSync(file);
    await delay(300);
  });
});

/** Whether the lock is taken within half a second. */
async function enters() {
  let entered = false;
  const done = withLock(
    file,
    async () => void (entered = true),
    () => {},
  );
  await Promise.race([done, delay(500)]);
  return entered;
}
