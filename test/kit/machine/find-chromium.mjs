import { accessSync, constants } from 'node:fs';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'];

/**
 * Path of a Chromium for the browser tests; `CHROMIUM` names one elsewhere.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  return [process.env.CHROMIUM, ...candidates].find((path) => path && canRun(path));
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
