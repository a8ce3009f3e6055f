import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person does and sees on the screens, in words that tests share. */

/** Waits until the map has drawn everything it was asked for. Software drawing takes seconds. */
export async function mapSettled(page: Page): Promise<void> {
  await page.waitForSelector('[data-map-idle="true"]');
}

/** Presses the map in its middle, where an address' `view` points. */
export async function pressMiddleOfMap(page: Page): Promise<void> {
  const box = await page.getByTestId('map').boundingBox();
  if (!box) throw new Error('There is no map on this screen.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** An address' `view`: the map's middle and zoom. */
export function viewOf([longitude, latitude]: readonly number[], zoom: number): string {
  return `view=${zoom}/${latitude}/${longitude}`;
}

export const details = (page: Page): Locator => page.getByTestId('details-panel');
export const detailsName = (page: Page): Locator => page.getByTestId('details-name');
export const connection = (page: Page): Locator => page.getByTestId('connection');

/** Switches a layer on or off by its label: the switch itself is drawn, not the browser's. */
export async function toggleLayer(page: Page, layer: string): Promise<void> {
  await page.getByTestId(`layer-${layer}`).locator('.layer-switch').click();
}

/** Waits for a text; fails with what stood there instead. */
export async function expectText(locator: Locator, text: string | RegExp): Promise<void> {
  const read = (): Promise<string> =>
    locator
      .first()
      .innerText({ timeout: 1000 })
      .catch(() => '(nothing)');
  await expect
    .poll(read, { timeout: 40_000 })
    .toEqual(typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text));
}

/** The search parameters of the address, decoded. */
export function searchOf(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

/** Waits until the address says so: it follows the view with a short delay. */
export async function expectSearch(page: Page, expected: object): Promise<void> {
  await expect.poll(() => searchOf(page), { timeout: 20_000 }).toMatchObject(expected);
}

/** How many colours a part of the screen shows, and the share of the commonest, counted in coarse steps. */
export async function countColours(
  page: Page,
  part: Locator,
): Promise<{ colours: number; commonest: number }> {
  const picture = (await part.screenshot({ timeout: 60_000 })).toString('base64');
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = ((data[at]! >> 2) << 12) | ((data[at + 1]! >> 2) << 6) | (data[at + 2]! >> 2);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return { colours: counts.size, commonest: Math.max(...counts.values()) / (data.length / 4) };
  }, picture);
}

/** Texts that are cut off: wider than the box they stand in, among elements that hold text of their own. */
export async function listClippedTexts(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (inside) =>
      [...document.querySelectorAll<HTMLElement>(inside)]
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
        )
        .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.className || element.tagName}: ${element.innerText}`),
    selector,
  );
}

/** How far the page reaches beyond the screen to the right, pixels. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Controls that have no name for a screen reader, as the browser's own tree tells it. */
export async function listNamelessControls(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  return tree
    .split('\n')
    .filter((line) =>
      /^\s*- (button|switch|tab|combobox|textbox|option|radio|link|region|navigation)(:|\s*\[|\s*$)/.test(
        line,
      ),
    );
}

/** From the next load on, the page's browser draws nothing by WebGL. */
export async function withoutWebGl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl')
        ? null
        : (getContext as (...all: unknown[]) => never).call(this, kind, ...rest);
    } as typeof getContext;
  });
  await page.reload();
}
