/** One feature or row. `line` is where it begins, from 1; in a shapefile its number. */
export interface SourceRecord {
  line: number;
  /** Number of a GeoJSON feature, from 1; null for other rows. */
  feature: number | null;
  /** By the index of `Source.columns`; absent, empty and blank are all null or undefined. */
  cells: readonly (string | null | undefined)[];
  /** As found, unchecked; null for a CSV row and for a feature without one. */
  geometry: unknown;
}

/** A file read into records, columns about persons already gone. */
export interface Source {
  format: 'GeoJSON' | 'Shapefile' | 'CSV';
  encoding: string;
  columns: string[];
  /** Names of the columns about persons that were dropped unread. */
  dropped: string[];
  records: SourceRecord[];
  /** Named in the file itself; of a shapefile the text of its `.prj`. */
  declaredSystem: string | null;
  hasGeometry: boolean;
}
