import common from './common.json';
import map from './map.json';
import desk from './desk.json';
import records from './records.json';
import shell from './shell.json';
import charts from './charts.json';
import print from './print.json';
import wall from './wall.json';

/** Every text of the shipped screens, by area; the areas' top-level keys differ. */
export default { ...common, ...map, ...desk, ...records, ...shell, ...charts, ...print, ...wall };
