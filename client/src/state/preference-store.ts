import { create } from 'zustand';
import type { ThemeName } from '../ui/tokens.js';

export type Language = 'zh-CN' | 'en';

interface PreferenceState {
  theme: ThemeName;
  language: Language;
  setTheme(theme: ThemeName): void;
  setLanguage(language: Language): void;
}

const storageKey = 'maplebridge.preferences';

function readStored(): { theme: ThemeName; language: Language } {
  const defaults = { theme: 'dark' as ThemeName, language: 'zh-CN' as Language };
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>;
    return {
      theme: stored.theme === 'light' ? 'light' : defaults.theme,
      language: stored.language === 'en' ? 'en' : defaults.language,
    };
  } catch {
    // Storage can be blocked or hold something else; the defaults do.
    return defaults;
  }
}

/** Theme and language of this person on this machine. */
export const usePreferenceStore = create<PreferenceState>((set) => ({
  ...readStored(),
  setTheme: (theme) => set({ theme }),
  setLanguage: (language) => set({ language }),
}));

usePreferenceStore.subscribe(({ theme, language }) => {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ theme, language }));
  } catch {
    // Not remembered, but still in force.
  }
});
