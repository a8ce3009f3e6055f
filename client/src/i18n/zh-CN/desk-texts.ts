import charts from './charts.json';
import cover from './cover.json';
import desk from './desk.json';
import print from './print.json';
import reach from './reach.json';
import shell from './shell.json';

/** Texts of the desk and the screens reached from it: the wall does not wait for them. */
export default { ...charts, ...cover, ...desk, ...print, ...reach, ...shell };
