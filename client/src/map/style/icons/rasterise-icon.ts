const plainDotPixels = 8;

/**
 * Draws an SVG document into pixels; one that the browser cannot decode becomes a plain dot, so that its sign is missed
 * by nobody.
 * @param svg with width and height in CSS pixels
 * @param scale device pixels per CSS pixel of the SVG
 */
export async function rasteriseIcon(svg: string, scale: number): Promise<ImageData> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  const isDrawn = await image.decode().then(
    () => true,
    () => false,
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round((isDrawn ? image.naturalWidth : plainDotPixels) * scale));
  canvas.height = Math.max(1, Math.round((isDrawn ? image.naturalHeight : plainDotPixels) * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  if (isDrawn) context.drawImage(image, 0, 0, canvas.width, canvas.height);
  else {
    context.fillStyle = '#8090a0';
    context.beginPath();
    context.arc(canvas.width / 2, canvas.height / 2, canvas.width / 2 - 1, 0, 2 * Math.PI);
    context.fill();
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
