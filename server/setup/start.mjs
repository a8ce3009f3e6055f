// `npm start`: builds what is missing, then becomes the server. One process: no second start-up, and Ctrl-C reaches
// the server itself.
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

await prepare();
const main = new URL('../dist/main.js', import.meta.url);
process.argv[1] = fileURLToPath(main);
await import(main);
