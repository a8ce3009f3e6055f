import type { MessageCode, MessageParameters } from '../../messages/index.js';

/** What is wrong with a record. Parameters never carry the text of a column nobody checked. */
export interface RowFault {
  reason: MessageCode;
  parameters: MessageParameters;
}

export interface RowRefusal extends RowFault {
  /** Where the record begins in the file, from 1. */
  line: number;
  /** Which feature of a GeoJSON file, from 1: many write all of them on one line. */
  feature: number | null;
  /** The field (not the value) that is wrong. */
  field: string | null;
}

/** `12`, or `1 (#12)` where lines alone do not tell. */
export const placeName = ({ line, feature }: Pick<RowRefusal, 'line' | 'feature'>): string =>
  feature === null ? String(line) : `${line} (#${feature})`;

/** Something that was accepted and is worth knowing. */
export interface Note {
  message: MessageCode;
  parameters: MessageParameters;
}
