import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../../kit/machine/find-chromium.mjs';

const flags = [
  '--headless',
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const viewport = { width: 1920, height: 1080 };

/**
 * A Chromium that draws in software.
 *
 * @returns {Promise<{ open: (address: string) => Promise<import('playwright-core').Page>, drawingCpuSeconds: () => number, close: () => Promise<void> } | undefined>}
 *   undefined where there is none; `drawingCpuSeconds` is what its renderer and GPU processes have used so far, those
 *   that ended not counted: keep one page open while measuring
 */
export async function startBrowser() {
  const executablePath = findChromium();
  if (!executablePath) return undefined;
  const server = await chromium.launchServer({ executablePath, args: flags });
  const browser = await chromium.connect(server.wsEndpoint());
  const pid = /** @type {number} */ (server.process().pid);
  return {
    async open(address) {
      const context = await browser.newContext({ viewport, locale: 'zh-CN' });
      context.setDefaultTimeout(180_000);
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    drawingCpuSeconds: () => sumCpuSeconds(pid),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

let ticksPerSecond;

function sumCpuSeconds(pid) {
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  try {
    const isDrawing = /--type=(renderer|gpu-process)/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    const own = isDrawing ? (user + system) / ticksPerSecond : 0;
    return childrenOf(pid).reduce((sum, child) => sum + sumCpuSeconds(child), own);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 0;
    throw error;
  }
}

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}
