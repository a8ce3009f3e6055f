import { join } from 'node:path';
import { settle } from './stage.mjs';
import { makePlan } from './studio.mjs';

const desk = { width: 1440, height: 900 };

/** What the README shows: where to look, how large, and what to do before the shutter. */
const pictures = [
  { name: 'desk-dark', path: '/?theme=dark&time=24h', viewport: desk },
  {
    name: 'desk-light',
    path: '/?theme=light&time=24h&view=13.7/29.3072/119.6024',
    viewport: desk,
  },
  { name: 'street', path: '/?theme=light&time=30d&view=16.2/29.3096/119.6042', viewport: desk },
  { name: 'figures', path: '/?theme=dark&time=30d', viewport: desk, prepare: openFigures },
  {
    name: 'palette',
    path: '/?theme=dark&time=24h&view=14.6/29.3096/119.6042',
    viewport: desk,
    prepare: openPalette,
  },
  {
    name: 'nearest',
    path: '/?theme=light&time=24h&layers=incidents,units,posts,grids&view=14.2/29.3072/119.6024&nearest=119.60434~29.30889',
    viewport: desk,
    prepare: (page) => page.getByTestId('nearest').waitFor(),
  },
  {
    name: 'board',
    path: '/?theme=dark&layers=units,posts,grids&view=12/29.3/119.61&cover=board',
    viewport: desk,
    prepare: (page) => page.getByTestId('cover').waitFor(),
  },
  {
    name: 'what-if',
    path: '/?theme=light&layers=posts,grids&view=12/29.3/119.61&cover=changes&changes=a~LIAISON_STATION~石塘联勤警务站~119.57653~29.25959~~',
    viewport: desk,
    prepare: (page) => page.getByTestId('cover').waitFor(),
  },
  {
    name: 'siting',
    path: '/?theme=dark&layers=posts,grids&view=12/29.3/119.61&cover=siting',
    viewport: desk,
    prepare: proposeSites,
  },
  { name: 'studio-plans', path: openList, viewport: desk, prepare: listPlans },
  { name: 'studio-split', path: openSplit, viewport: desk, prepare: splitGrid },
  { name: 'studio-compare', path: openDrawn, viewport: desk, prepare: comparePlan },
  {
    name: 'studio-draw',
    path: '/grids?theme=light&view=13.2/29.3072/119.6024',
    viewport: desk,
    prepare: drawForMe,
  },
  {
    name: 'studio-assign',
    path: '/grids?theme=dark&view=13.2/29.3072/119.6024',
    viewport: desk,
    prepare: openAssign,
  },
  { name: 'wall', path: '/wall?theme=dark', viewport: { width: 1920, height: 1080 } },
  { name: 'print', path: '/print?view=13.4/29.3072/119.6024', viewport: { width: 1440, height: 1020 } },
  {
    name: 'phone',
    path: '/?theme=light&time=24h&view=14.6/29.3096/119.6042',
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
];

/** Where the map of the studio looks at a grid: near enough for its streets. */
const closeTo = ([west, south, east, north]) => `16/${(south + north) / 2}/${(west + east) / 2}`;

async function openList(server) {
  await makePlan(server, { name: '东门片网格拆分', isDrawn: true });
  await makePlan(server, { name: '文昌社区网格优化', isDrawn: false });
  return '/grids?theme=dark';
}

async function openSplit(server) {
  const { id, box } = await makePlan(server, { name: '文昌社区网格优化', isDrawn: false });
  return `/grids?theme=dark&plan=${id}&view=${closeTo(box)}`;
}

async function openDrawn(server) {
  const { id, box } = await makePlan(server, { name: '文昌片网格调整', isDrawn: true });
  return `/grids?theme=light&plan=${id}&view=${closeTo(box)}`;
}

async function listPlans(page) {
  await page.getByTestId('plan-row').first().waitFor();
}

/** A line through the middle of the map from below the grid to above it, finished but not confirmed. */
async function splitGrid(page) {
  await page.getByTestId('tool-split').click();
  await page.locator('[data-hint="splitFirst"]').waitFor();
  const { x, y, width, height } = await page.getByTestId('map').boundingBox();
  const middle = x + width / 2;
  for (const part of [0.27, 0.5, 0.73]) {
    await page.mouse.move(middle, y + height * part);
    await page.mouse.click(middle, y + height * part);
    await page.waitForTimeout(600);
  }
  await page.keyboard.press('Enter');
  await page.getByTestId('work-card').waitFor();
  await page.waitForTimeout(1500);
}

async function comparePlan(page) {
  await page.getByTestId('panel-compare').click();
  await page.getByTestId('comparison').waitFor();
  await page.waitForTimeout(2500);
}

async function drawForMe(page) {
  await page.getByTestId('panel-draw').click();
  await page.getByText('全县', { exact: true }).click();
  await page.getByLabel('划成几个网格').fill('96');
  await page.keyboard.press('Tab');
  await page.getByTestId('draw-start').click();
  await page.getByTestId('proposal').first().waitFor({ timeout: 120_000 });
  await page.getByTestId('proposal').first().click();
  await page.waitForTimeout(2500);
}

async function openAssign(page) {
  await page.getByTestId('panel-assign').click();
  await page.getByTestId('assign-panel').waitFor();
  await page.waitForTimeout(3000);
}

async function openFigures(page) {
  await page.getByTestId('tab-figures').click();
  await page.getByTestId('figures').waitFor();
  await page.waitForTimeout(2500);
}

async function proposeSites(page) {
  await page.getByRole('button', { name: '开始选址' }).click();
  await page.getByTestId('siting-result').getByText('已证明最优').waitFor({ timeout: 60_000 });
}

async function openPalette(page) {
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette').locator('input:focus').waitFor();
  await page.keyboard.type('枫');
  await page.waitForTimeout(1200);
}

/**
 * Takes the README's pictures.
 *
 * @param {Awaited<ReturnType<typeof import('./stage.mjs').openStage>>} stage
 * @param {string} folder
 * @param {string[]} names only these, when there are any
 */
export async function takePictures(stage, folder, names) {
  for (const { name, path, prepare, ...options } of pictures) {
    if (names.length > 0 && !names.includes(name)) continue;
    const page = await stage.open(typeof path === 'string' ? path : await path(stage.server), options);
    await prepare?.(page);
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}.png`), timeout: 120_000 });
    await page.context().close();
    console.log(`${name}.png`);
  }
}
