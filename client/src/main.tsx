import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { applySearch } from './features/share-view/use-url-sync.js';
import { createGraphqlClient } from './graphql/client.js';
import { includeDeskTexts, switchLanguage } from './i18n/index.js';
import { useConnectionStore } from './state/connection-store.js';
import { usePreferenceStore } from './state/preference-store.js';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import './ui/base.css';
import { applyPalette } from './ui/tokens.js';

applySearch(Object.fromEntries(new URLSearchParams(location.search)));
const { theme, language } = usePreferenceStore.getState();
applyPalette(document.documentElement, theme);

const { client, onHeard } = createGraphqlClient(() => usePreferenceStore.getState().language);
onHeard(() => useConnectionStore.getState().heard());

/** One application per address; each brings only its own code. */
const applications = {
  desk: async () => (await import('./screens/desk/desk-app.js')).DeskApp,
  wall: async () => (await import('./screens/wall/wall-app.js')).WallApp,
};
const isWall = /^\/wall\/?$/.test(location.pathname);
if (!isWall) includeDeskTexts();
const [App] = await Promise.all([applications[isWall ? 'wall' : 'desk'](), switchLanguage(language)]);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Provider value={client}>
      <App />
    </Provider>
  </StrictMode>,
);
