export { openDatabase, type OpenOptions } from './open.js';
export { migrate } from './migrate.js';
export { localViewer, type Database, type Session, type Viewer } from './types.js';
