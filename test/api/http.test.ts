import { auditServer } from 'graphql-http';
import { request as httpRequest } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import { seedCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

/** Apollo answers 400 where these would like 200: on parse, validation and coercion failure. */
const KNOWN = ['572B', 'FDE2', '7B9B'];

describeApi('HTTP', (api) => {
  beforeAll(() => seedCounty(api.test.database));

  it('passes every MUST of the GraphQL over HTTP audit, and every SHOULD but the known', async () => {
    const results = await auditServer({ url: `${api.url}/graphql` });
    const failed = (word: string) =>
      results.filter(({ status, name }) => status !== 'ok' && name.startsWith(word)).map(({ id }) => id);
    expect(results.length).toBeGreaterThan(50);
    expect(failed('MUST')).toEqual([]);
    expect(failed('SHOULD')).toEqual(KNOWN);
  });

  it('is healthy and ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(api.url + path)).status).toBe(200);
  });

  it('answers only to the name it listens on', async () => {
    const { port } = new URL(api.url);
    const status = await new Promise((resolve, reject) => {
      httpRequest(
        { host: '127.0.0.1', port, path: '/healthz', headers: { host: 'evil.example' } },
        (response) => resolve(response.statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it('allows nothing from outside', async () => {
    const policy = (await fetch(`${api.url}/healthz`)).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe/);
  });

  it.each([
    ['too many root fields', `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: county { id }`).join(' ')} }`],
    ['too deep', `{ territories { edges { node { ${'parent { '.repeat(20)} id ${'}'.repeat(20)} } } } }`],
    ['too many tokens', `{ county { ${'id '.repeat(10_000)} } }`],
  ])('refuses a query with %s', async (_what, query) => {
    const { data, errors } = await api.execute(query);
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
  });

  it('refuses a body beyond a megabyte', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ county { id } }', padding: 'x'.repeat(2 << 20) }),
    });
    expect(response.status).toBe(413);
  });

  it('speaks the caller’s language, Chinese by default', async () => {
    const ask = async (language?: string) => {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(language ? { 'accept-language': language } : {}) },
        body: JSON.stringify({ query: '{ grids(first: 9999) { totalCount } }' }),
      });
      return ((await response.json()) as { errors: { message: string }[] }).errors[0]!.message;
    };
    expect(await ask('en-GB,en;q=0.9')).toMatch(/at most 1000/);
    expect(await ask('zh-CN')).toMatch(/不超过 1000/);
    expect(await ask('fr')).toMatch(/不超过 1000/);
  });
});
