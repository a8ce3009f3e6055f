import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Site } from './site.js';
import { mapSettled } from './steps.js';

/** A place in degrees: longitude, latitude. */
export type Place = readonly [longitude: number, latitude: number];

const TILE_PIXELS = 512;

/** Where a place stands in the page, for a map whose address says what it looks at. */
export async function pixelOf(page: Page, [longitude, latitude]: Place): Promise<{ x: number; y: number }> {
  const [zoom, middleLatitude, middleLongitude] = new URL(page.url()).searchParams
    .get('view')!
    .split('/')
    .map(Number) as [number, number, number];
  const box = (await page.getByTestId('map').boundingBox())!;
  const world = TILE_PIXELS * 2 ** zoom;
  const north = (degrees: number) =>
    Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI);
  return {
    x: box.x + box.width / 2 + (world * (longitude - middleLongitude)) / 360,
    y: box.y + box.height / 2 - world * (north(latitude) - north(middleLatitude)),
  };
}

export async function clickPlace(page: Page, place: Place): Promise<void> {
  const { x, y } = await pixelOf(page, place);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

/** Presses at one place, goes to another in steps, and lets go there unless told otherwise. */
export async function dragPlace(page: Page, from: Place, to: Place, letGo = true): Promise<void> {
  const [start, end] = [await pixelOf(page, from), await pixelOf(page, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  if (letGo) await page.mouse.up();
}

export const chooseTool = (page: Page, tool: string): Promise<void> =>
  page.getByTestId(`tool-${tool}`).click();

export const isSaved = (page: Page): Promise<void> =>
  page.locator('[data-testid="save-state"][data-save="saved"]').waitFor();

/** Opens a plan with the map where it is told. */
export async function openPlan(page: Page, site: Site, planId: string, view: string): Promise<void> {
  await page.goto(`${site.url}/grids?plan=${planId}&${view}`);
  await page.getByTestId('tool-split').waitFor();
  await mapSettled(page);
}

const PLAN = `query ($id: ID!) { boundaryPlan(id: $id) { state version editCount undoneCount changedGridCount stale
  grids { id code name areaSquareMetres isNew isChanged boundary }
  edits { id label isUndone } steps { to note } check { isSound faults { message } } } }`;

export interface PlanSeen {
  state: string;
  version: number;
  editCount: number;
  undoneCount: number;
  changedGridCount: number;
  stale: boolean;
  grids: {
    id: string;
    code: string;
    name: string;
    areaSquareMetres: number;
    isNew: boolean;
    isChanged: boolean;
    boundary: object;
  }[];
  edits: { id: string; label: string; isUndone: boolean }[];
  steps: { to: string; note: string | null }[];
  check: { isSound: boolean; faults: { message: string }[] };
}

export const planSeen = async (site: Site, id: string): Promise<PlanSeen> =>
  (await site.query<{ boundaryPlan: PlanSeen }>(PLAN, { id })).boundaryPlan;

/** Waits until the server has it so. */
export const expectPlan = async (site: Site, id: string, expected: Partial<PlanSeen>): Promise<void> => {
  await expect.poll(() => planSeen(site, id), { timeout: 20_000 }).toMatchObject(expected);
};

/** Takes a plan a step further with the panel's own dialog. */
export async function doDeed(page: Page, deed: string, fill?: () => Promise<void>): Promise<void> {
  await page.getByTestId(`plan-${deed}`).click();
  await fill?.();
  await page.getByTestId('do-deed').click();
  await page.getByTestId('do-deed').waitFor({ state: 'detached' });
}
