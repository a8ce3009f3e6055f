import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { root } from '../kit/root.js';
import { seedCounty } from '../kit/seed.js';
import { listLostTexts, listViolations } from './accessible.js';
import { serveSite } from './site.js';
import { overflowOf } from './steps.js';

/** Serves the client as who develops it does: the catalogue is no part of what is shipped. */
function serveSources(getTarget: () => string): { readonly url: string } {
  let server: ViteDevServer | undefined;
  const cacheDir = mkdtempSync(join(tmpdir(), 'maplebridge-vite-'));
  beforeAll(async () => {
    const target = getTarget();
    server = await createServer({
      root: join(root, 'client'),
      cacheDir,
      logLevel: 'error',
      server: {
        port: 0,
        hmr: false,
        watch: null,
        proxy: { '/graphql': { target, ws: true }, '/tiles': target },
      },
    });
    await server.listen();
  });
  afterAll(async () => {
    await server?.close();
    rmSync(cacheDir, { recursive: true, force: true });
  });
  return {
    get url() {
      return server!.resolvedUrls!.local[0]!.replace(/\/$/, '');
    },
  };
}

describeInBrowser('the catalogue of components', (browser) => {
  describeOnDatabase('embedded', 'for who builds with them', (test) => {
    const site = serveSite(test, (database) => seedCounty(database));
    const sources = serveSources(() => site.url);

    it.each([
      ['dark', 'zh-CN'],
      ['light', 'en'],
    ])('shows each in every state, with nothing serious for axe (%s, %s)', async (theme, lang) => {
      const address = `${sources.url}/catalogue?theme=${theme}&lang=${lang}`;
      await browser.visit(
        address,
        async (page) => {
          await page.locator('h1').first().waitFor();
          await page.waitForLoadState('networkidle');
          expect(await page.locator('h2, h3').count()).toBeGreaterThan(15);
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
          expect(await listViolations(page)).toEqual([]);
          expect(await listLostTexts(page)).toEqual([]);
        },
        { tolerate: [/504 \(Outdated Optimize Dep\)/] },
      );
    });
  });
});
