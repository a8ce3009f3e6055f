import cover from './cover.json';
import reach from './reach.json';

/** Texts of the desk alone: the wall does not wait for them. */
export default { ...cover, ...reach };
