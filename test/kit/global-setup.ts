import type { TestProject } from 'vitest/node';
import { prepareTemplates, type Templates } from './templates.js';

declare module 'vitest' {
  interface ProvidedContext {
    templates: Templates;
  }
}

/** Projects load this file each for itself, in one process: what it starts is shared through here. */
const shared = globalThis as typeof globalThis & {
  maplebridgeTemplates?: { users: number; prepared: ReturnType<typeof prepareTemplates> } | undefined;
};

/** Makes the migrated databases that tests clone, once for all projects. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const entry = (shared.maplebridgeTemplates ??= { users: 0, prepared: prepareTemplates() });
  entry.users += 1;
  const { templates, dispose } = await entry.prepared;
  project.provide('templates', templates);
  return async () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    shared.maplebridgeTemplates = undefined;
    await dispose();
  };
}
