import common from './common.json';
import map from './map.json';
import records from './records.json';
import wall from './wall.json';

/** Texts that more than one screen shows, and the wall's, by area; the areas' top-level keys differ. */
export default { ...common, ...map, ...records, ...wall };
