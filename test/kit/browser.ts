import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { chromiumFlags } from './machine/chromium-flags.mjs';
import { findChromium } from './machine/find-chromium.mjs';

/** No network of its own, nothing from an earlier run (each launch has a new profile). */
const flags = [
  ...chromiumFlags,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];
const patienceMilliseconds = 60_000;

export interface PageOptions extends BrowserContextOptions {
  /** Console errors a test provokes on purpose. */
  tolerate?: RegExp[];
}

export interface TestBrowser {
  /**
   * Opens an address in a context of its own, runs `work` and closes it again.
   *
   * @throws when the page logged an error, threw, or asked any host but the address's own
   */
  visit(address: string, work: (page: Page) => Promise<void>, options?: PageOptions): Promise<void>;
}

/** Runs a suite with a Chromium; skipped, and counted as such, where there is none. */
export function describeInBrowser(name: string, suite: (browser: TestBrowser) => void): void {
  const executablePath = findChromium();
  describe.skipIf(!executablePath)(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: flags });
    });
    afterAll(async () => browser?.close());
    suite({
      async visit(address, work, options) {
        if (!browser) throw new Error('The browser runs only while the tests of its suite do.');
        await visitWith(browser, address, work, options);
      },
    });
  });
}

async function visitWith(
  browser: Browser,
  address: string,
  work: (page: Page) => Promise<void>,
  { tolerate = [], ...contextOptions }: PageOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    ...contextOptions,
  });
  context.setDefaultTimeout(patienceMilliseconds);
  try {
    const page = await context.newPage();
    const complaints = listenForComplaints(page, new URL(address).host);
    await page.goto(address);
    await work(page);
    const serious = complaints.filter((complaint) => !tolerate.some((pattern) => pattern.test(complaint)));
    if (serious.length > 0) throw new Error(`The page complained:\n${serious.join('\n')}`);
  } finally {
    await context.close();
  }
}

function listenForComplaints(page: Page, ownHost: string): string[] {
  const complaints: string[] = [];
  const checkHost = (address: string) => {
    const { protocol, host } = new URL(address);
    if (/^(https?|wss?):$/.test(protocol) && host !== ownHost)
      complaints.push(`asked another host: ${address}`);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`threw: ${error.stack ?? error.message}`));
  page.on('request', (request) => checkHost(request.url()));
  page.on('websocket', (socket) => checkHost(socket.url()));
  return complaints;
}
