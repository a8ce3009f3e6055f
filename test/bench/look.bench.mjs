import { measureBundle } from './foundation/bundle.mjs';
import { startBrowser } from './look/browser.mjs';
import { comparePages } from './look/compare-pages.mjs';
import { sizes } from './look/counties.mjs';
import { startSite } from './look/site.mjs';
import { measureSwitching } from './look/switching.mjs';

export const description = 'what drawing costs beside bare MapLibre, what a switch of theme or layer costs';

export const options = { only: { type: /** @type {const} */ ('string') } };

/**
 * @param {{ only?: string }} chosen `--only small` or `--only large`
 * @returns {Promise<import('./report.mjs').Figure[]>}
 */
export default async function run({ only } = {}) {
  const browser = await startBrowser();
  if (!browser) throw new Error('There is no Chromium on this machine.');
  const figures = [];
  try {
    for (const [index, size] of sizes.entries()) {
      if (only && only !== ['small', 'large'][index]) continue;
      console.error(`look: ${size.name}…`);
      const site = await startSite(size);
      try {
        figures.push(...(await comparePages(browser, site.url, size)));
        figures.push(...(await measureSwitching(browser, site.url, size)));
      } finally {
        await site.stop();
      }
    }
  } finally {
    await browser.close();
  }
  return [...figures, ...measureBundle()];
}
