import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CommandError, runCommand } from '../../../server/setup/run-command.mjs';
import { findPostgres } from '../postgres/find-postgres.mjs';
import { findChromium } from './find-chromium.mjs';

/**
 * What the tests want of the machine beyond Node.
 *
 * @type {{ name: string, isThere: () => boolean, packages: () => string[], without: string }[]}
 */
const wants = [
  {
    name: 'Chromium',
    isThere: () => Boolean(findChromium()),
    packages: () => ['chromium'],
    without: 'browser tests',
  },
  {
    name: 'PostgreSQL with PostGIS',
    isThere: () => Boolean(findPostgres()),
    packages: newestPostgisPackage,
    without: 'API tests on the server database',
  },
  {
    name: 'Chinese fonts',
    isThere: hasChineseFont,
    packages: () => ['fonts-noto-cjk'],
    without: 'Chinese glyphs in screenshots',
  },
];

/**
 * Installs what is missing through apt, where this is Debian or Ubuntu and we may.
 *
 * @returns {Promise<string[]>} one sentence for each thing that stays missing: what is skipped and why
 */
export async function setUpMachine() {
  let missing = wants.filter((want) => !want.isThere());
  if (missing.length === 0) return [];
  const reason = await installThroughApt(missing);
  missing = missing.filter((want) => !want.isThere());
  return missing.map(
    ({ name, without }) => `no ${name}, hence no ${without}: ${reason ?? 'apt did not bring it'}`,
  );
}

/** @returns {Promise<string | undefined>} why not, when it did not work */
async function installThroughApt(missing) {
  if (!isDebian()) return 'only Debian and Ubuntu are set up by themselves; install it and run again';
  const prefix = elevation();
  if (!prefix) return 'neither root nor sudo without a password; install it and run again';
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return runCommand(command, rest, { cwd: '/' });
  };
  try {
    console.error(`Setting up through apt-get: ${missing.map((want) => want.name).join(', ')}…`);
    await apt('update');
    await apt('install', '--yes', '--no-install-recommends', ...missing.flatMap((want) => want.packages()));
    return undefined;
  } catch (error) {
    if (error instanceof CommandError)
      return `${error.message}\n${error.output.split('\n').slice(-8).join('\n')}`;
    throw error;
  }
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** What to put before a command so that root runs it. */
function elevation() {
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n'];
  } catch {
    return undefined;
  }
}

function newestPostgisPackage() {
  const found = execFileSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], {
    encoding: 'utf8',
  });
  const names = found.split('\n').flatMap((line) => line.match(/^postgresql-\d+-postgis-3/) ?? []);
  return names.sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1])).slice(0, 1);
}

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
