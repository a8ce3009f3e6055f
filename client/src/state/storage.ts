/** Nobody signs in yet: everything kept here belongs to the one account of this machine. */
const account = 'local';

/** The key under which something of this account is kept. */
export function accountKey(name: string): string {
  return `maplebridge.${name}.${account}`;
}

/** What is kept under a key, or undefined: storage can be blocked, empty or hold something else. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value; where storage is blocked it stays in force until the page closes. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Not remembered, but still in force.
  }
}

/** Keeps a value no longer. */
export function forgetStored(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where storage is blocked nothing was kept.
  }
}
