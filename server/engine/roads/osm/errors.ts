/** Why an OSM file was refused. The server renders these in the caller's language. */
export type OsmFileErrorCode =
  | 'OSM_EMPTY'
  | 'OSM_TRUNCATED'
  | 'OSM_NOT_PBF'
  | 'OSM_NOT_XML'
  | 'OSM_UNSUPPORTED_FEATURE'
  | 'OSM_UNSUPPORTED_COMPRESSION'
  | 'OSM_BLOB_TOO_BIG'
  | 'OSM_DAMAGED';

/** What a message about the error can name; a place is a byte offset (PBF) or a line and column (XML), from 1. */
export interface OsmFileErrorParameters {
  readonly byteOffset?: number;
  readonly line?: number;
  readonly column?: number;
  /** The feature, compression, size or field in question, as found in the file. */
  readonly found?: string;
}

/** An OSM file that cannot be read; nothing more will be reported to the visitor. */
export class OsmFileError extends Error {
  override readonly name = 'OsmFileError';

  constructor(
    readonly code: OsmFileErrorCode,
    readonly parameters: OsmFileErrorParameters,
    message: string,
  ) {
    super(`${message}${place(parameters)}`);
  }
}

function place({ byteOffset, line, column }: OsmFileErrorParameters): string {
  if (line !== undefined) return ` (line ${line}, column ${column})`;
  return byteOffset === undefined ? '' : ` (at byte ${byteOffset})`;
}
