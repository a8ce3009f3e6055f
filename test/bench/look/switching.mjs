/* global window */
import { findMap } from './scene.mjs';

const lower = /** @type {const} */ ('lower');

/**
 * What it costs to switch the theme and a layer, in CPU of renderer and GPU process until the map has settled, and how
 * many tiles are asked for and sources or layers added on the way: none.
 *
 * @param {NonNullable<Awaited<ReturnType<typeof import('./browser.mjs').startBrowser>>>} browser
 * @param {string} url
 * @param {import('./counties.mjs').Size} size
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function measureSwitching(browser, url, size) {
  const page = await browser.open(`${url}/?time=90d`);
  const figures = [];
  try {
    await page.waitForSelector('[data-map-idle="true"]');
    await page.evaluate(findMap);
    await page.evaluate(() => {
      window.bench.calls = 0;
      for (const name of ['addSource', 'removeSource', 'addLayer', 'removeLayer', 'setStyle']) {
        const original = window.bench.map[name];
        window.bench.map[name] = (...all) => {
          window.bench.calls += 1;
          return original.apply(window.bench.map, all);
        };
      }
    });
    let tiles = 0;
    // News moves the revision of the incident tiles by itself, whoever switches what: only the other tiles are counted.
    page.on('request', (request) => {
      if (/\/tiles\/(base|territory)\/\d/.test(request.url())) tiles += 1;
    });
    const switches = {
      'theme, there and back': () => page.getByTestId('theme').click(),
      'a layer, on and off': () =>
        page.getByTestId('layer-stationJurisdictions').locator('.layer-switch').click(),
    };
    for (const [name, press] of Object.entries(switches)) {
      const before = browser.drawingCpuSeconds();
      for (let turn = 0; turn < 2; turn++) {
        await press();
        await page.evaluate(async () => {
          const { map } = window.bench;
          map.triggerRepaint();
          await new Promise((resolve) => map.once('idle', resolve));
        });
      }
      const value = 1_000 * (browser.drawingCpuSeconds() - before);
      figures.push({ figure: `${size.name}: switching ${name}, CPU`, value, unit: 'ms', better: lower });
    }
    const calls = await page.evaluate(() => window.bench.calls);
    const counted = { better: lower, limit: 0 };
    figures.push(
      { figure: `${size.name}: tiles asked for by switching`, value: tiles, unit: 'tiles', ...counted },
      {
        figure: `${size.name}: sources and layers added by switching`,
        value: calls,
        unit: 'calls',
        ...counted,
      },
    );
  } finally {
    await page.context().close();
  }
  return figures;
}
