import { BookScreen } from './book-screen.js';

/** 网格图册: a page per grid, with cover and index. */
export function AtlasScreen() {
  return <BookScreen kind="atlas" />;
}
