// Asks Valhalla for an isochrone around each place, in a process of its own; prints the mean CPU time of one.
import { text } from 'node:stream/consumers';

const { module, config, places, minutes } = JSON.parse(await text(process.stdin));
const { Actor } = await import(module);
const actor = await Actor.fromConfigFile(config);

async function askAll() {
  for (const [lon, lat] of places)
    await actor.isochrone(
      JSON.stringify({
        locations: [{ lat, lon }],
        costing: 'auto',
        contours: [{ time: minutes }],
        polygons: true,
      }),
    );
}

await askAll();
const before = process.cpuUsage();
await askAll();
const { user, system } = process.cpuUsage(before);
console.log(`\n${JSON.stringify({ millis: (user + system) / 1000 / places.length })}`);
