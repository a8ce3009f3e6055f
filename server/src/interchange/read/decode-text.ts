import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../errors.js';

export interface DecodedText {
  /** UTF-8 without byte order mark. */
  bytes: Buffer;
  /** As found or declared, for the report. */
  encoding: string;
}

/**
 * Text of a file as UTF-8: what the byte order mark says, or what is declared, else UTF-8 where the bytes are, else
 * GB18030 (which includes GBK and GB2312).
 * @param declared an encoding's name by the WHATWG standard
 * @throws Refusal BAD_USER_INPUT for an unknown name or bytes that are not in the encoding
 */
export function decodeText(file: Buffer, declared?: string): DecodedText {
  if (file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf) return inUtf8(file.subarray(3));
  if (file[0] === 0xff && file[1] === 0xfe) return through('utf-16le', file);
  if (file[0] === 0xfe && file[1] === 0xff) return through('utf-16be', file);
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) return through(declared, file);
  if (declared !== undefined || isUtf8(file)) return inUtf8(file);
  return through('gb18030', file);
}

function inUtf8(bytes: Buffer): DecodedText {
  if (!isUtf8(bytes)) throw new Refusal('BAD_USER_INPUT', 'importEncodingWrong', { encoding: 'UTF-8' });
  return { bytes, encoding: 'UTF-8' };
}

function through(name: string, file: Buffer): DecodedText {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(name, { fatal: true });
  } catch {
    throw new Refusal('BAD_USER_INPUT', 'importEncodingUnknown', { encoding: name });
  }
  try {
    return { bytes: Buffer.from(decoder.decode(file), 'utf8'), encoding: decoder.encoding.toUpperCase() };
  } catch {
    throw new Refusal('BAD_USER_INPUT', 'importEncodingWrong', { encoding: decoder.encoding.toUpperCase() });
  }
}
