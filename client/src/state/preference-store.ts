import { create } from 'zustand';
import { readStored, writeStored } from './storage.js';

export type Language = 'zh-CN' | 'en';
/** What people choose between; `print` is the print screen's own. */
export type Theme = 'dark' | 'light';
/** How close things stand on a desk; on a touch screen targets are large whatever is chosen. */
export type Density = 'compact' | 'comfortable';

interface Preferences {
  theme: Theme;
  language: Language;
  density: Density;
}

interface PreferenceState extends Preferences {
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  setDensity(density: Density): void;
}

const storageKey = 'maplebridge.preferences';

function readPreferences(): Preferences {
  const stored = (readStored(storageKey) ?? {}) as Record<string, unknown>;
  return {
    theme: stored.theme === 'light' ? 'light' : 'dark',
    language: stored.language === 'en' ? 'en' : 'zh-CN',
    density: stored.density === 'compact' ? 'compact' : 'comfortable',
  };
}

/** Theme, language and density of this person on this machine. */
export const usePreferenceStore = create<PreferenceState>((set) => ({
  ...readPreferences(),
  setTheme: (theme) => set({ theme }),
  setLanguage: (language) => set({ language }),
  setDensity: (density) => set({ density }),
}));

usePreferenceStore.subscribe(({ theme, language, density }) =>
  writeStored(storageKey, { theme, language, density }),
);
