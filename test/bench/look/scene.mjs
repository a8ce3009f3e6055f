/* global window, document, btoa, atob */
/* Runs in the page: what is passed to `page.evaluate`. */

/**
 * Finds our page's map without a hook in the product: in the state of the component that made it.
 *
 * @returns {void} it is at `window.bench.map` afterwards
 */
export function findMap() {
  const element = document.querySelector('[data-testid="map"]');
  const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$'));
  for (let fiber = element[key]; fiber; fiber = fiber.return) {
    for (
      let hook = fiber.memoizedState;
      hook && typeof hook === 'object' && 'next' in hook;
      hook = hook.next
    ) {
      if (!hook.memoizedState?.jumpTo) continue;
      window.bench = { map: hook.memoizedState, gridStates: fiber.memoizedProps.gridStates };
      return;
    }
  }
  throw new Error('The page has no map.');
}

/** Everything our map draws with, as plain data. */
export function exportScene() {
  const { map, gridStates } = window.bench;
  const encode = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  };
  const images = map.listImages().map((id) => {
    const { data, pixelRatio, sdf } = map.getImage(id);
    return { id, pixelRatio, sdf, width: data.width, height: data.height, bytes: encode(data.data) };
  });
  const { left, top, width, height } = map.getContainer().getBoundingClientRect();
  return {
    style: map.getStyle(),
    images,
    states: [...(gridStates ?? [])],
    box: { left, top, width, height },
    camera: { center: map.getCenter().toArray(), zoom: map.getZoom() },
  };
}

/** Draws a scene with MapLibre alone, with the options our map has. */
export async function drawScene({ style, images, states, box, camera }) {
  const element = document.getElementById('map');
  for (const [side, pixels] of Object.entries(box)) element.style[side] = `${pixels}px`;
  const map = new window.maplibregl.Map({
    container: element,
    style,
    ...camera,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 200,
    minZoom: 5,
    maxZoom: 19,
    maxCanvasSize: [8192, 8192],
  });
  await new Promise((resolve) => map.once('style.load', resolve));
  for (const { id, width, height, bytes, ...options } of images) {
    const data = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
    if (!map.hasImage(id)) map.addImage(id, { width, height, data }, options);
  }
  for (const [id, minutesUnseen] of states)
    if (map.getSource('territory'))
      map.setFeatureState({ source: 'territory', sourceLayer: 'territory', id }, { minutesUnseen });
  window.bench = { map };
  await new Promise((resolve) => map.once('idle', resolve));
}

/**
 * Takes the camera along a path and waits for each frame.
 *
 * @param {{ path: { center: [number, number], zoom: number }[], patience: number }} journey `patience` for tiles at the end, milliseconds
 * @returns {Promise<{ frames: number, features: number }>} frames drawn, and features that lay on the last
 */
export async function travel({ path, patience }) {
  const { map } = window.bench;
  let frames = 0;
  const count = () => (frames += 1);
  map.on('render', count);
  const next = (event) => new Promise((resolve) => map.once(event, resolve));
  for (const camera of path) {
    const drawn = next('render');
    map.jumpTo(camera);
    await drawn;
  }
  // Where news arrives faster than a machine draws, the map is never idle.
  await Promise.race([next('idle'), new Promise((resolve) => setTimeout(resolve, patience))]);
  map.off('render', count);
  return { frames, features: map.queryRenderedFeatures().length };
}
