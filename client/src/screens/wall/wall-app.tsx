import { Shell } from '../shell.js';
import { WallScreen } from './wall-screen.js';

/** The wall stands alone: nobody goes anywhere from it, so it carries no router. */
export function WallApp() {
  return (
    <Shell restartMilliseconds={15_000}>
      <WallScreen />
    </Shell>
  );
}
