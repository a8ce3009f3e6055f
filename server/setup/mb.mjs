// `npm run mb -- <command>`: builds the server if need be, then becomes the command line.
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

await prepare({ client: false });
const cli = new URL('../dist/cli.js', import.meta.url);
process.argv[1] = fileURLToPath(cli);
await import(cli);
