import { BookScreen } from './book-screen.js';

/** 网格公示牌: signs for the walls of communities. */
export function SignScreen() {
  return <BookScreen kind="sign" />;
}
