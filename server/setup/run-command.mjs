import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const windows = process.platform === 'win32';

/** A command that ended badly: `output` is what it said, without the hosts of package registries. */
export class CommandError extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = withoutHosts(output).trim();
  }
}

const withoutHosts = (text) => text.replace(/\bhttps?:\/\/[^\s/'"]+/g, '<registry>');

/**
 * Runs a command silently; what it prints is kept for the error.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined>, shell?: boolean }} options
 * @returns {Promise<string>} standard output and error together
 * @throws {CommandError} when it cannot be started or ends with anything but 0
 */
export function runCommand(command, args, { cwd, env = {}, shell = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NODE_ENV: undefined, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = () => {
      child.kill();
      process.exit(143);
    };
    process.once('SIGTERM', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => reject(new CommandError(command, error.message, output)));
    child.on('close', (code, signal) => {
      process.off('SIGTERM', stop);
      if (code === 0) resolve(output);
      else reject(new CommandError(command, signal ?? code, output));
    });
  });
}

/** Runs a tool that comes with npm (`npm`, `npx`), which on Windows is a script and needs a shell. */
export function runNpmTool(name, args, options) {
  return runCommand(name, args, { ...options, shell: windows });
}

/**
 * Runs the program of an installed package with this Node, without a shell or a package manager between.
 *
 * @param {string} workspace absolute folder whose node_modules holds the package
 * @param {string} packageName
 * @param {string[]} args
 * @param {{ command?: string, cwd?: string, env?: Record<string, string> }} [options]
 */
export function runPackage(workspace, packageName, args, { command, ...options } = {}) {
  const program = packageProgram(workspace, packageName, command);
  return runCommand(process.execPath, [program, ...args], { cwd: workspace, ...options });
}

/** Path of the script behind a package's command; `command` defaults to the package's own name. */
export function packageProgram(workspace, packageName, command = packageName.split('/').pop()) {
  const folder = join(workspace, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a script of a workspace's package.json as pnpm would; does nothing when there is none. */
export async function runScript(workspace, name) {
  const { scripts } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'));
  if (!scripts?.[name]) return;
  const path = [join(workspace, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  await runCommand(scripts[name], [], { cwd: workspace, env: { PATH: path }, shell: true });
}
