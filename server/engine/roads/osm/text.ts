/** The part of the platform's decoder used here; Node, workers and browsers all have it. */
interface Utf8Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

declare const TextDecoder: new (label: string, options?: { fatal?: boolean }) => Utf8Decoder;

/** A UTF-8 decoder that throws `TypeError` on bytes that are not UTF-8 and drops a leading byte order mark. */
export function utf8Decoder(): Utf8Decoder {
  return new TextDecoder('utf-8', { fatal: true });
}
