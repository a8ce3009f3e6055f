import type { MessageCode, MessageParameters } from '../../messages/index.js';

/** What is wrong with a record. Parameters never carry the text of a column nobody checked. */
export interface RowFault {
  reason: MessageCode;
  parameters: MessageParameters;
}

export interface RowRefusal extends RowFault {
  /** Where the record begins in the file, from 1. */
  line: number;
  /** The field (not the value) that is wrong. */
  field: string | null;
}

/** Something that was accepted and is worth knowing. */
export interface Note {
  message: MessageCode;
  parameters: MessageParameters;
}
