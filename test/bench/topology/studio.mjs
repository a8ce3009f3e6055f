/* global window, requestAnimationFrame */
import { ask, median } from '../foundation/processes.mjs';
import { startBareServer } from '../look/bare-server.mjs';
import { startBrowser } from '../look/browser.mjs';
import { drawScene, findMap } from '../look/scene.mjs';

const ROUNDS = 3;
const MOVES = 40;
/** Bends of a border stand about six pixels apart: far enough to move one by four. */
const ZOOM = 14;
const lower = /** @type {const} */ ('lower');
const CREATE = `mutation ($input: CreateBoundaryPlanInput!) { createBoundaryPlan(input: $input) { id } }`;
const GRIDS = `query ($id: ID!) { boundaryPlan(id: $id) { baseGrids { id boundary } } }`;

/**
 * What the studio costs in a browser: opening a plan of 2,000 grids until a border can be moved beside MapLibre showing
 * the same polygons, and our own work with each move of a drag beside what the map spends on a frame.
 *
 * @param {Awaited<ReturnType<typeof import('./jagged-site.mjs').startJaggedSite>>} site
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function measureStudio(site) {
  const browser = await startBrowser();
  if (!browser) throw new Error('There is no Chromium on this machine.');
  const bare = await startBareServer(site.url);
  try {
    const { createBoundaryPlan: plan } = await ask(site.url, CREATE, {
      input: { name: 'bench', partition: 'SOCIAL' },
    });
    const { boundaryPlan } = await ask(site.url, GRIDS, { id: plan.id });
    const [longitude, latitude] = site.nodes[Math.floor(site.nodes.length / 2) + 10].map(
      (step) => step / 1e7,
    );
    const view = { center: [longitude, latitude], zoom: ZOOM };
    const address = `${site.url}/grids?plan=${plan.id}&view=${ZOOM}/${latitude}/${longitude}`;
    const shows = [];
    const opens = [];
    for (let round = 0; round < ROUNDS; round++) {
      shows.push(await showPolygons(browser, bare.url, boundaryPlan.baseGrids, view));
      opens.push(await openPlan(browser, address));
    }
    const drag = await dragBorder(browser, address);
    const of = (runs, clock) => median(runs.map((run) => run[clock]));
    const [show, open] = [of(shows, 'wall'), of(opens, 'wall')];
    const cpuRatio = of(opens, 'cpu') / of(shows, 'cpu');
    return [
      { figure: 'MapLibre shows 2,000 grids', value: show, unit: 's', better: lower },
      { figure: 'studio opens 2,000 grids to the first edit', value: open, unit: 's', better: lower },
      { figure: 'opening against showing', value: open / show, unit: 'ratio', better: lower, limit: 2 },
      { figure: 'the same by CPU of all that draws', value: cpuRatio, unit: 'ratio', better: lower },
      { figure: 'our work with a move of a drag', value: drag.oursMs, unit: 'ms', better: lower },
      { figure: 'the map’s own cost of a frame', value: drag.frameMs, unit: 'ms', better: lower },
      {
        figure: 'a move against a frame',
        value: drag.oursMs / drag.frameMs,
        unit: 'ratio',
        better: lower,
        limit: 0.1,
      },
    ];
  } finally {
    bare.close();
    await browser.close();
  }
}

/** CPU of renderer and GPU process from an empty page to the polygons drawn, filled and outlined. */
async function showPolygons(browser, url, grids, view) {
  const page = await browser.open(`${url}/bare/`);
  await page.waitForFunction('window.maplibregl');
  const data = {
    type: 'FeatureCollection',
    features: grids.map(({ id, boundary }) => ({ type: 'Feature', properties: { id }, geometry: boundary })),
  };
  const style = {
    version: 8,
    sources: { grids: { type: 'geojson', data } },
    layers: [
      { id: 'fill', type: 'fill', source: 'grids', paint: { 'fill-color': '#456', 'fill-opacity': 0.4 } },
      { id: 'line', type: 'line', source: 'grids', paint: { 'line-color': '#9bd', 'line-width': 1.5 } },
    ],
  };
  const box = { left: 66, top: 51, width: 1434, height: 1029 };
  const cost = startClock(browser);
  await page.evaluate(drawScene, { style, images: [], states: [], box, camera: view });
  const spent = cost();
  await page.context().close();
  return spent;
}

/** The same from an empty page to a plan whose border has been moved. */
async function openPlan(browser, address) {
  const page = await browser.open('about:blank');
  const cost = startClock(browser);
  await page.goto(address);
  await takeVertexTool(page);
  const { x, y } = await middleOfMap(page);
  const undo = page.locator('[data-testid="undo"]:not([disabled])');
  // The map may still be on its way when the tool is there: take hold until it gives.
  for (let hold = 0; hold === 0 || (await undo.count()) === 0; hold++) {
    if (hold > 50) throw new Error('The border does not move.');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 4, y + 3);
    await page.mouse.up();
    await page.waitForTimeout(100);
  }
  const spent = cost();
  await page.getByTestId('undo').click();
  await page.locator('[data-testid="save-state"][data-save="saved"]').waitFor();
  await page.context().close();
  return spent;
}

/** Wall time and CPU of all drawing from now on, seconds. */
function startClock(browser) {
  const [cpu, wall] = [browser.drawingCpuSeconds(), performance.now()];
  return () => ({ cpu: browser.drawingCpuSeconds() - cpu, wall: (performance.now() - wall) / 1_000 });
}

/** Our own scripts' time with a move, by the browser's profiler, and CPU of all drawing a frame, ours taken away. */
async function dragBorder(browser, address) {
  const page = await browser.open(address);
  await takeVertexTool(page);
  await page.waitForSelector('[data-map-idle="true"]');
  await page.evaluate(findMap);
  await page.evaluate(() => {
    window.bench.frames = 0;
    window.bench.map.on('render', () => (window.bench.frames += 1));
  });
  const profiler = await page.context().newCDPSession(page);
  await profiler.send('Profiler.enable');
  await profiler.send('Profiler.setSamplingInterval', { interval: 200 });
  const { x, y } = await middleOfMap(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 2, y + 2);
  const before = browser.drawingCpuSeconds();
  await profiler.send('Profiler.start');
  const framesBefore = await page.evaluate(() => window.bench.frames);
  for (let move = 1; move <= MOVES; move++) {
    const angle = (move / MOVES) * 2 * Math.PI;
    await page.mouse.move(x + 4 * Math.cos(angle), y + 4 * Math.sin(angle));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const frames = (await page.evaluate(() => window.bench.frames)) - framesBefore;
  const { profile } = await profiler.send('Profiler.stop');
  const cpuMs = 1_000 * (browser.drawingCpuSeconds() - before);
  await page.mouse.up();
  const oursMs = timeInOurScripts(profile);
  await page.context().close();
  return { oursMs: oursMs / MOVES, frameMs: (cpuMs - oursMs) / frames };
}

/** Milliseconds of a profile in functions of our own files, those of the map library apart. */
function timeInOurScripts({ nodes, samples, timeDeltas }) {
  const isOurs = new Map(
    nodes.map(({ id, callFrame: { url } }) => [id, url.includes('/assets/') && !url.includes('maplibre')]),
  );
  return samples.reduce((sum, id, i) => sum + (isOurs.get(id) ? timeDeltas[i] : 0), 0) / 1_000;
}

async function takeVertexTool(page) {
  await page.getByTestId('tool-vertex').click();
  await page.waitForSelector('[data-testid="studio-hint"][data-hint="vertex"]');
}

async function middleOfMap(page) {
  const { x, y, width, height } = await page.getByTestId('map').boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}
