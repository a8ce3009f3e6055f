interface TypedArrayConstructor<T> {
  new (buffer: ArrayBufferLike): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** A copy that threads can share; where the page is not isolated, an ordinary one. */
export function share<T extends { length: number; set(from: T): void }>(
  from: T,
  type: TypedArrayConstructor<T>,
): T {
  const copy = allocateShared(from.length, type);
  copy.set(from);
  return copy;
}

/** As `share`, all zeros. */
export function allocateShared<T>(length: number, type: TypedArrayConstructor<T>): T {
  const bytes = length * type.BYTES_PER_ELEMENT;
  return new type(
    typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes),
  );
}
