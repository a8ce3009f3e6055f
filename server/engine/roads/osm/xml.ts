import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { roundCoordinate } from '../../coordinates/round.js';
import { OsmFileError, type OsmFileErrorCode } from './errors.js';
import { utf8Decoder } from './text.js';
import type { OsmMember, OsmMemberType, OsmTags, OsmVisitor } from './visitor.js';

const TRUNCATED = 'The file ends before </osm>; it was not copied completely';

/**
 * Reads OSM XML (API 0.6, `<osm>`), UTF-8 with or without byte order mark, and reports each object to
 * `visitor`; deleted objects are left out. Throws `OsmFileError` with line and column: `OSM_EMPTY`,
 * `OSM_TRUNCATED`, `OSM_NOT_XML` (another format, another root element, another encoding),
 * `OSM_DAMAGED`. What `visitor` throws passes through.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, visitor: OsmVisitor): Promise<void> {
  const decoder = utf8Decoder();
  const reader = new XmlReader(visitor);
  let empty = true;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    empty = false;
    reader.write(decode(() => decoder.decode(chunk, { stream: true }), reader));
  }
  if (empty) throw new OsmFileError('OSM_EMPTY', {}, 'The file is empty');
  reader.write(decode(() => decoder.decode(), reader, true));
  reader.end();
}

function decode(step: () => string, reader: XmlReader, atEnd = false): string {
  try {
    return step();
  } catch {
    if (atEnd) throw reader.error('OSM_TRUNCATED', 'half a character', TRUNCATED);
    throw reader.error('OSM_NOT_XML', 'other bytes than UTF-8', 'The text is not UTF-8');
  }
}

class XmlReader {
  private readonly parser = new SaxesParser();
  private kind: OsmMemberType | null = null;
  private id = 0;
  private longitude = 0;
  private latitude = 0;
  private deleted = false;
  private tags: Record<string, string> | null = null;
  private nodeIds: number[] = [];
  private members: OsmMember[] = [];
  private sawRoot = false;
  private ending = false;

  constructor(private readonly visitor: OsmVisitor) {
    this.parser.on('error', (error) => this.fail(error));
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', (tag) => this.close(tag));
  }

  write(text: string): void {
    this.parser.write(text);
  }

  end(): void {
    this.ending = true;
    this.parser.close();
    if (!this.sawRoot) throw this.error('OSM_NOT_XML', 'no element', 'This is not an OSM XML file');
  }

  error(code: OsmFileErrorCode, found: string, message: string): OsmFileError {
    return new OsmFileError(code, { line: this.parser.line, column: this.parser.column + 1, found }, message);
  }

  private fail(error: Error): never {
    // The parser prefixes "line:column: ", which the error carries by itself.
    const found = error.message.replace(/^\d+:\d+: /, '');
    if (!this.sawRoot) throw this.error('OSM_NOT_XML', found, `This is not an OSM XML file: ${found}`);
    if (this.ending) throw this.error('OSM_TRUNCATED', found, TRUNCATED);
    throw this.error('OSM_DAMAGED', found, `The XML is damaged: ${found}`);
  }

  private open(tag: SaxesTagPlain): void {
    const { name, attributes } = tag;
    if (!this.sawRoot) {
      if (name !== 'osm')
        throw this.error('OSM_NOT_XML', `<${name}>`, `This is not an OSM XML file: its root is <${name}>`);
      this.sawRoot = true;
    } else if (name === 'tag') {
      if (this.kind) this.tag(attributes);
    } else if (name === 'nd') {
      if (this.kind === 'way') this.nodeIds.push(this.integer(attributes, 'ref'));
    } else if (name === 'member') {
      if (this.kind === 'relation') this.member(attributes);
    } else if (name === 'node' || name === 'way' || name === 'relation') {
      this.begin(name, attributes);
    }
  }

  private begin(kind: OsmMemberType, attributes: Record<string, string>): void {
    this.kind = kind;
    this.id = this.integer(attributes, 'id');
    this.deleted = attributes.visible === 'false' || attributes.action === 'delete';
    this.tags = null;
    this.nodeIds = [];
    this.members = [];
    if (kind === 'node' && !this.deleted) {
      this.longitude = this.degrees(attributes, 'lon', 180);
      this.latitude = this.degrees(attributes, 'lat', 90);
    }
  }

  private tag({ k, v }: Record<string, string>): void {
    if (k === undefined || v === undefined) throw this.error('OSM_DAMAGED', '<tag>', 'A <tag> lacks k or v');
    this.tags ??= Object.create(null) as Record<string, string>;
    this.tags[k] = v;
  }

  private member(attributes: Record<string, string>): void {
    const { type, role = '' } = attributes;
    if (type !== 'node' && type !== 'way' && type !== 'relation') {
      throw this.error('OSM_DAMAGED', `type="${type ?? ''}"`, 'A <member> has an unknown type');
    }
    this.members.push({ type, id: this.integer(attributes, 'ref'), role });
  }

  private close({ name }: SaxesTagPlain): void {
    if (name !== this.kind) return;
    const { visitor, id, deleted } = this;
    const tags: OsmTags | null = this.tags;
    this.kind = null;
    if (deleted) return;
    if (name === 'node') visitor.node?.(id, this.longitude, this.latitude, tags);
    else if (name === 'way') visitor.way?.(id, this.nodeIds, tags);
    else visitor.relation?.(id, this.members, tags);
  }

  private integer(attributes: Record<string, string>, name: string): number {
    const text = attributes[name] ?? '';
    const value = Number(text);
    if (text.trim() === '' || !Number.isSafeInteger(value)) throw this.bad(name, text);
    return value;
  }

  private degrees(attributes: Record<string, string>, name: string, limit: number): number {
    const text = attributes[name] ?? '';
    const value = Number(text);
    if (text.trim() === '' || !(Math.abs(value) <= limit)) throw this.bad(name, text);
    return roundCoordinate(value);
  }

  private bad(name: string, text: string): OsmFileError {
    const found = `${name}="${text}"`;
    return this.error('OSM_DAMAGED', found, `<${this.kind}> has ${text === '' ? `no ${name}` : found}`);
  }
}
