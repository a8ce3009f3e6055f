import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { readCpuSeconds, sumOverTree } from '../cpu.mjs';
import { chromiumFlags } from '../../kit/machine/chromium-flags.mjs';
import { findChromium } from '../../kit/machine/find-chromium.mjs';

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
  const server = await chromium.launchServer({ executablePath, args: chromiumFlags });
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

function sumCpuSeconds(pid) {
  return sumOverTree(pid, (each) => {
    const isDrawing = /--type=(renderer|gpu-process)/.test(readFileSync(`/proc/${each}/cmdline`, 'utf8'));
    return isDrawing ? readCpuSeconds(each).own : 0;
  });
}
