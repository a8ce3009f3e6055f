import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const databases = fileURLToPath(new URL('kit/global-setup.ts', import.meta.url));

// Nobody's zone: what takes the machine's for the county's fails.
process.env.TZ = 'America/St_Johns';

export default defineConfig({
  root,
  resolve: {
    // Two files of the package would be two copies of the library, and each refuses the other's schema.
    alias: [
      { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) },
      { find: 'fast-check', replacement: fileURLToPath(import.meta.resolve('fast-check')) },
    ],
  },
  test: {
    watch: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['server/**/*.test.{ts,mjs}', 'client/**/*.test.{ts,tsx}', 'test/kit/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          maxWorkers: 2,
          // Properties try thousands of cases; how long that takes is the machine's affair.
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['test/api/**/*.test.ts'],
          globalSetup: [databases],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [databases],
          // A browser that draws in software wants the machine to itself.
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Software drawing takes its time; what comes sooner is seen sooner.
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
