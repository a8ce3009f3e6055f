import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependencyFingerprint, fingerprint } from './fingerprint.mjs';
import { precompress } from './precompress.mjs';
import { runNpmTool, runPackage, runScript } from './run-command.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

const pnpm = 'pnpm@10.34.9';
const at = (path) => join(root, path);
const lockfile = 'pnpm-lock.yaml';
const manifests = ['.', 'server', 'server/engine', 'client', 'test'].map(
  (folder) => `${folder}/package.json`,
);
const isTest = (path) => /\.test\.tsx?$/.test(path);
const prismaClient = 'server/src/database/prisma';
const generatedDocuments = 'client/src/graphql/generated';

/**
 * What stands between a clone and a server, in order. A step is current when the fingerprint of what it reads is the
 * one of its last success and what it makes is there.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} label for the progress line, Chinese and English
 * @property {() => string} inputs
 * @property {() => boolean} isMade
 * @property {() => Promise<unknown>} run
 * @property {string} [advice] what to do when it fails
 */

/** @type {Step} */
const install = {
  name: 'install',
  label: '安装依赖（首次需一两分钟） · Installing packages (the first time takes a minute or two)',
  inputs: () => dependencyFingerprint(root, manifests, [lockfile, 'pnpm-workspace.yaml', '.npmrc']),
  isMade: () => existsSync(at('node_modules/.modules.yaml')),
  run: () =>
    runNpmTool(
      'npx',
      [
        '--yes',
        pnpm,
        'install',
        '--frozen-lockfile',
        '--prefer-offline',
        '--config.confirm-modules-purge=false',
      ],
      { cwd: root },
    ),
  advice:
    '请检查网络或 npm 代理设置。 · Is the npm registry reachable? After editing a package.json, run ' +
    `npx ${pnpm} install once to renew the lockfile.`,
};

/** @type {Step} */
const database = {
  name: 'database',
  label: '生成数据库类型 · Generating database types',
  inputs: () => fingerprint(root, [lockfile, 'prisma/schema.prisma']),
  isMade: () => existsSync(at(prismaClient)),
  run: () =>
    runPackage(at('server'), 'prisma', ['generate', '--schema', at('prisma/schema.prisma')], {
      cwd: root,
      // The schema engine would be downloaded and is not needed to generate; with /bin/true in its place another
      // command could report success without doing anything. The other two keep the tool from calling home.
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false',
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    }),
};

/** @type {Step} */
const server = {
  name: 'server',
  label: '构建服务端 · Building the server',
  inputs: () =>
    fingerprint(
      root,
      [
        lockfile,
        'tsconfig.base.json',
        'prisma/schema.prisma',
        'server/tsconfig.json',
        'server/src',
        'server/engine',
      ],
      (path) => isTest(path) || path === prismaClient || path.endsWith('.tsbuildinfo'),
    ),
  isMade: () => existsSync(at('server/dist/main.js')) && existsSync(at('server/dist/cli.js')),
  run: async () => {
    // The compiler trusts its own record and would not write again what somebody deleted.
    const force = server.isMade() ? [] : ['--force'];
    await runPackage(root, 'typescript', ['-b', 'server/engine', 'server', ...force], { command: 'tsc' });
    removeOrphans(at('server/dist'), at('server/src'));
    removeOrphans(at('server/engine/dist'), at('server/engine'));
  },
};

/** @type {Step} */
const client = {
  name: 'client',
  label: '构建客户端 · Building the client',
  inputs: () =>
    fingerprint(
      root,
      [lockfile, 'tsconfig.base.json', 'schema/schema.graphql', 'client', 'server/engine'],
      (path) => isTest(path) || path === generatedDocuments || path.endsWith('.tsbuildinfo'),
    ),
  isMade: () => existsSync(at('client/dist/index.html')),
  run: async () => {
    await runScript(at('client'), 'codegen');
    await runScript(at('client'), 'build');
    if (existsSync(at('client/dist'))) await precompress(at('client/dist'));
  },
};

export const serverSteps = [install, database, server];
export const allSteps = [...serverSteps, client];

/** Deletes compiled files whose source has gone: imports of them would go on working on this machine only. */
function removeOrphans(output, source) {
  for (const entry of readdirSync(output, { recursive: true })) {
    const stem = /^(.*)\.(js|js\.map|d\.ts)$/.exec(entry)?.[1];
    if (stem && !existsSync(join(source, `${stem}.ts`))) rmSync(join(output, entry));
  }
}
