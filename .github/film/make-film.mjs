// `node .github/film/make-film.mjs <server> [film] [pictures] [<picture>…] [--draft]`: makes the README's film and pictures
// from a running server with the demo county, e.g. `node .github/film/make-film.mjs http://localhost:4000`. Needs a Chromium,
// and Debian's `webp` for the film. `--draft`: few frames, to try the story.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeFilm } from './film.mjs';
import { takePictures } from './pictures.mjs';
import { openStage } from './stage.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { draft: { type: 'boolean', default: false }, to: { type: 'string' } },
});
const [server, ...wanted] = positionals;
if (!server) {
  console.error(
    'node .github/film/make-film.mjs <server> [film] [pictures] [<picture>…] [--draft] [--to <folder>]',
  );
  process.exit(1);
}
const images = values.to ?? fileURLToPath(new URL('../images/', import.meta.url));
const names = wanted.filter((name) => name !== 'film' && name !== 'pictures');
const isWanted = (part) => wanted.length === 0 || wanted.includes(part);

const stage = await openStage(server.replace(/\/$/, ''));
try {
  if (isWanted('pictures') || names.length > 0) await takePictures(stage, images, names);
  if (isWanted('film')) await makeFilm(stage, `${images}/film.webp`, { framesASecond: values.draft ? 2 : 8 });
} finally {
  await stage.close();
}
