import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
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

const router = createRouter({
  routeTree: root.addChildren([desk]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search as Record<string, string>).toString();
    // Readable in a message: these need no escape in a search part.
    const readable = text
      .replaceAll('%2F', '/')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%7E', '~');
    return readable && `?${readable}`;
  },
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
