import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { stringifySearch } from '../../features/share-view/share-address.js';
import { Shell } from '../shell.js';

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
});

/** Search parameters are plain text; what they mean is state/url-state's business. */
const validateSearch = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).map(([key, value]) => [key, String(value)]));

const desk = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch,
  component: lazyRouteComponent(() => import('./desk-screen.js'), 'DeskScreen'),
});

const print = createRoute({
  getParentRoute: () => root,
  path: '/print',
  validateSearch,
  component: lazyRouteComponent(() => import('../print/print-screen.js'), 'PrintScreen'),
});

const glossary = createRoute({
  getParentRoute: () => root,
  path: '/glossary',
  validateSearch,
  component: lazyRouteComponent(() => import('../glossary/glossary-screen.js'), 'GlossaryScreen'),
});

/** Drawing and assigning grids: a screen of its own, and its papers. */
const grids = createRoute({
  getParentRoute: () => root,
  path: '/grids',
  validateSearch,
  component: lazyRouteComponent(() => import('../grids/grids-screen.js'), 'GridsScreen'),
});

const gridsPrint = createRoute({
  getParentRoute: () => root,
  path: '/grids/print',
  validateSearch,
  component: lazyRouteComponent(() => import('../grids/grids-print-screen.js'), 'GridsPrintScreen'),
});

const gridsAtlas = createRoute({
  getParentRoute: () => root,
  path: '/grids/atlas',
  validateSearch,
  component: lazyRouteComponent(() => import('../print/atlas-screen.js'), 'AtlasScreen'),
});

const gridsSign = createRoute({
  getParentRoute: () => root,
  path: '/grids/sign',
  validateSearch,
  component: lazyRouteComponent(() => import('../print/sign-screen.js'), 'SignScreen'),
});

/** Every component in every state, for those who build with them; no part of what is shipped. */
const developmentRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: '/catalogue',
        validateSearch,
        component: lazyRouteComponent(() => import('../catalogue/catalogue-screen.js'), 'CatalogueScreen'),
      }),
    ]
  : [];

const router = createRouter({
  routeTree: root.addChildren([
    desk,
    print,
    glossary,
    grids,
    gridsPrint,
    gridsAtlas,
    gridsSign,
    ...developmentRoutes,
  ]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => stringifySearch(search as Record<string, string>),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The desk and, one day, the screens reached from it. */
export function DeskApp() {
  return <RouterProvider router={router} />;
}
