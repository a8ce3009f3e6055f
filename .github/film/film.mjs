import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jump, settle } from './stage.mjs';

const viewport = { width: 1280, height: 800 };
const county = { center: [119.6024, 29.3072], zoom: 11.2 };
const town = { center: [119.6042, 29.3096], zoom: 14.7 };
const largestBytes = 4_000_000;

/**
 * The story of the README: the county, down to the town, layers, an urgent incident, the palette, the light theme, the
 * wall. Every frame is a screenshot; what stands still is one frame that lasts.
 *
 * @param {Awaited<ReturnType<typeof import('./stage.mjs').openStage>>} stage
 * @param {string} target
 * @param {{ framesASecond: number }} options
 */
export async function makeFilm(stage, target, { framesASecond }) {
  requireEncoder();
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-film-'));
  try {
    const frames = await shoot(stage, folder, framesASecond);
    encode(frames, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function shoot(stage, folder, framesASecond) {
  const frames = [];
  const step = Math.round(1000 / framesASecond);
  const shot = async (page, milliseconds) => {
    const file = join(folder, `${String(frames.length).padStart(4, '0')}.png`);
    await page.screenshot({ path: file, timeout: 120_000 });
    frames.push({ file, milliseconds });
  };
  const fly = async (page, from, to, seconds) => {
    const count = Math.round(seconds * framesASecond);
    for (let i = 1; i <= count; i++) {
      const share = (1 - Math.cos((Math.PI * i) / count)) / 2;
      const between = (a, b) => a + (b - a) * share;
      await jump(page, {
        center: [between(from.center[0], to.center[0]), between(from.center[1], to.center[1])],
        zoom: between(from.zoom, to.zoom),
      });
      await shot(page, step);
    }
  };
  const press = async (page, layer, milliseconds) => {
    await page.getByTestId(`layer-${layer}`).locator('.layer-switch').click();
    await settle(page);
    await shot(page, milliseconds);
  };

  const desk = await stage.open('/?theme=dark&time=24h', { viewport });
  await jump(desk, county);
  await settle(desk);
  await shot(desk, 1800);
  await fly(desk, county, town, 3);
  await settle(desk);
  await shot(desk, 1000);
  await press(desk, 'coverage', 1400);
  await press(desk, 'stationJurisdictions', 1400);
  await press(desk, 'coverage', 200);
  await press(desk, 'stationJurisdictions', 200);
  await urgentRow(desk).click();
  await desk.getByTestId('details-name').waitFor();
  await settle(desk);
  await shot(desk, 2400);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Control+k');
  for (const letter of '万枫广场') {
    await desk.keyboard.type(letter);
    await desk.waitForTimeout(250);
    await shot(desk, 260);
  }
  await desk.waitForTimeout(600);
  await shot(desk, 1600);
  await desk.keyboard.press('Enter');
  await settle(desk);
  await shot(desk, 1600);
  await desk.getByTestId('theme').click();
  await settle(desk);
  await shot(desk, 1600);
  await fly(desk, { ...town, zoom: 15.4 }, { ...county, zoom: 12.2 }, 2);
  await shot(desk, 1000);
  await desk.context().close();
  const wall = await stage.open('/wall?theme=dark', { viewport: { width: 1280, height: 800 } });
  await shot(wall, 3200);
  await wall.context().close();
  const seconds = frames.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  console.log(`${frames.length} frames, ${seconds.toFixed(1)} s`);
  return frames;
}

/** The newest incident that is not a routine one; the newest of all when every one is. */
const urgentRow = (page) =>
  page
    .getByTestId('incident-row')
    .filter({ hasText: /特急|紧急/ })
    .or(page.getByTestId('incident-row'))
    .first();

function requireEncoder() {
  try {
    execFileSync('img2webp', ['-version'], { stdio: 'ignore' });
  } catch {
    throw new Error('The film needs img2webp: apt-get install webp');
  }
}

/** As good as fits: an animated WebP that a reader waits for gladly. */
function encode(frames, target) {
  for (const quality of [72, 62, 52, 42, 32, 22]) {
    const shown = frames.flatMap(({ file, milliseconds }) => [
      '-lossy',
      '-q',
      String(quality),
      '-d',
      String(milliseconds),
      file,
    ]);
    execFileSync('img2webp', ['-loop', '0', '-min_size', ...shown, '-o', target], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const { size } = statSync(target);
    console.log(`${target}: ${(size / 1e6).toFixed(2)} MB at quality ${quality}`);
    if (size <= largestBytes) return;
  }
  throw new Error('The film is too large at any quality: make it shorter.');
}
