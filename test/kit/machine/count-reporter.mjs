import { writeFileSync } from 'node:fs';

/**
 * Reporter for the test runner: leaves what `test/run.mjs` adds up in the file that MAPLEBRIDGE_TEST_COUNT names.
 *
 * @implements {import('vitest/reporters').Reporter}
 */
export default class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors errors outside any test
   */
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state in count) count[state] += 1;
      }
      // A file or a suite that could not be set up fails without any test of it failing.
      if (module.errors().length > 0) count.failed += 1;
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) count.failed += 1;
    }
    writeFileSync(process.env.MAPLEBRIDGE_TEST_COUNT, JSON.stringify(count));
  }
}
