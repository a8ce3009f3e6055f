/* global document */
import { createRequire } from 'node:module';
import { chromiumFlags } from '../../test/kit/machine/chromium-flags.mjs';
import { findChromium } from '../../test/kit/machine/find-chromium.mjs';

const { chromium } = createRequire(new URL('../../test/package.json', import.meta.url))('playwright-core');

/**
 * Opens a browser that draws in software, in Chinese, and does without animations: every frame is asked for.
 *
 * @param {string} server address of a running Maplebridge with the demo county
 * @returns {Promise<{ server: string, open: (path: string, options?: object) => Promise<import('playwright-core').Page>, close: () => Promise<void> }>}
 */
export async function openStage(server) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: chromiumFlags,
  });
  return {
    server,
    async open(path, options = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(120_000);
      const page = await context.newPage();
      await page.goto(server + path);
      await settle(page);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Waits until the map has drawn everything, and the lists beside it. */
export async function settle(page) {
  await page.waitForSelector('[data-map-idle="true"]');
  await page.waitForTimeout(700);
  await page.waitForSelector('[data-map-idle="true"]');
}

/**
 * Moves the map at once: a flight is made of such steps, as slowly as the machine draws them.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ center: [number, number], zoom: number }} camera
 */
export async function jump(page, camera) {
  await page.evaluate(async (to) => {
    const element = document.querySelector('[data-testid="map"]');
    const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$'));
    let map;
    for (let fiber = element[key]; fiber && !map; fiber = fiber.return)
      for (let hook = fiber.memoizedState; hook?.next !== undefined && !map; hook = hook.next)
        if (hook.memoizedState?.jumpTo) map = hook.memoizedState;
    const drawn = new Promise((resolve) => map.once('idle', resolve));
    map.jumpTo(to);
    await Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, 6000))]);
  }, camera);
}
