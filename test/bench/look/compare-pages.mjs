import { median } from '../foundation/processes.mjs';
import { startBareServer } from './bare-server.mjs';
import { drawScene, exportScene, findMap, travel } from './scene.mjs';

const rounds = 1;
const looks = 3;
const everyLayer =
  'incidents,units,riskPoints,posts,grids,coverage,stationJurisdictions,liaisonJurisdictions,squadronJurisdictions';
const lower = /** @type {const} */ ('lower');

/**
 * CPU of the renderer and the GPU process for a frame, all overlays on and news arriving, against MapLibre's own build
 * with the very style, data and signs of our page and no code of ours. One page open at a time, in turn, each on the
 * same path of the camera, after it has gone it once. Beside them, the same tiles with plain layers.
 *
 * @param {NonNullable<Awaited<ReturnType<typeof import('./browser.mjs').startBrowser>>>} browser
 * @param {string} url
 * @param {import('./counties.mjs').Size} size
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function comparePages(browser, url, size) {
  const bare = await startBareServer(url);
  const runs = { ours: [], bare: [], plain: [] };
  try {
    const path = makePath();
    let scene;
    const pages = {
      ours: async () => {
        const page = await browser.open(`${url}/?layers=${everyLayer}&time=90d`);
        await page.waitForSelector('[data-map-idle="true"]');
        await page.evaluate(findMap);
        return page;
      },
      bare: () => openBare(browser, bare.url, scene),
      plain: () => openBare(browser, bare.url, { ...scene, style: makePlain(scene.style), images: [] }),
    };
    const measure = async (name) => {
      const page = await pages[name]();
      // Once unmeasured, so that tiles are there, signs drawn and programs compiled.
      await page.evaluate(travel, { path, patience: 15_000 });
      const before = browser.drawingCpuSeconds();
      const { frames, features } = await page.evaluate(travel, { path, patience: 15_000 });
      const cpu = browser.drawingCpuSeconds() - before;
      runs[name].push({
        perFrame: (1_000 * cpu) / frames,
        perStep: (1_000 * cpu) / path.length,
        frames,
        features,
      });
      // The first of our runs also shows what the others draw: everything it met on the way is loaded by now.
      if (name === 'ours') scene ??= moveTo(await page.evaluate(exportScene), url, bare.url);
      console.error(`  ${name}: ${cpu.toFixed(1)} s, ${frames} frames, ${features} features at the end`);
      await page.context().close();
    };
    for (let round = 0; round < rounds; round++)
      for (const name of ['ours', 'bare', 'plain', 'bare', 'ours']) await measure(name);
  } finally {
    bare.close();
  }
  const of = (name, figure) => median(runs[name].map((run) => run[figure]));
  const ratio = (figure) => of('ours', figure) / of('bare', figure);
  const named = (what) => `${size.name}: ${what}`;
  return [
    { figure: named('ours, CPU a frame'), value: of('ours', 'perFrame'), unit: 'ms', better: lower },
    { figure: named('bare MapLibre, CPU a frame'), value: of('bare', 'perFrame'), unit: 'ms', better: lower },
    { figure: named('plain layers, CPU a frame'), value: of('plain', 'perFrame'), unit: 'ms', better: lower },
    { figure: named('ours, CPU a step'), value: of('ours', 'perStep'), unit: 'ms', better: lower },
    { figure: named('bare MapLibre, CPU a step'), value: of('bare', 'perStep'), unit: 'ms', better: lower },
    { figure: named('ours against bare, a step'), value: ratio('perStep'), unit: 'ratio', better: lower },
    {
      figure: named('ours against bare'),
      value: ratio('perFrame'),
      unit: 'ratio',
      better: lower,
      limit: 1.3,
    },
  ];
}

async function openBare(browser, url, scene) {
  const page = await browser.open(`${url}/bare/`);
  await page.waitForFunction('window.maplibregl');
  await page.evaluate(drawScene, scene);
  return page;
}

/** Whole county to street and back, three looks around at each of five heights. */
function makePath() {
  const [longitude, latitude] = [119.6024, 29.3072];
  const path = [];
  for (const zoom of [11.3, 12.4, 13.5, 14.6, 15.6])
    for (let look = 0; look < looks; look++) {
      const [reach, angle] = [0.12 / 2 ** (zoom - 11.3), (look * 2 * Math.PI) / looks];
      path.push({
        center: [longitude + reach * Math.cos(angle), latitude + 0.6 * reach * Math.sin(angle)],
        zoom: zoom + look / 20,
      });
    }
  return path;
}

const moveTo = (scene, from, to) => JSON.parse(JSON.stringify(scene).replaceAll(from, to));

/** The same tiles, each of their layers drawn once in the plainest way. */
function makePlain(style) {
  const sources = Object.fromEntries(
    Object.entries(style.sources).filter(([, { type }]) => type === 'vector'),
  );
  const drawn = style.layers.filter(
    ({ source, type }) => source in sources && ['fill', 'line', 'circle'].includes(type),
  );
  const seen = new Set();
  const layers = drawn.flatMap(({ source, type, 'source-layer': layer }) => {
    const key = `${source}.${layer}.${type}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const paint = { [`${type}-color`]: '#778899', [`${type}-opacity`]: 0.4 };
    return [{ id: key, source, 'source-layer': layer, type, paint }];
  });
  return { version: 8, sources, layers };
}
