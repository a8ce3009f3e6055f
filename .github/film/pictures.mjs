import { join } from 'node:path';
import { settle } from './stage.mjs';

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
    const page = await stage.open(path, options);
    await prepare?.(page);
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}.png`), timeout: 120_000 });
    await page.context().close();
    console.log(`${name}.png`);
  }
}
