import { createHash } from 'node:crypto';
import { maskText } from '../../access/mask-text.js';
import type { IncidentCategory, Sensitivity } from '../../database/prisma/enums.js';
import { chineseName } from './kind-names.js';
import { classifyKind, isRefusedKind, isSensitiveKind } from './kind-rules.js';

/** One entry of the catalogue, there already or to be added. */
export interface KindEntry {
  code: string;
  name: string;
  nameEn: string;
  category: IncidentCategory;
  priority: number;
  sensitivity: Sensitivity;
  policeMatter: boolean;
}

const SUFFIX = '_SENSITIVE';

/**
 * Finds the catalogue's kind for a file's, adding what is missing. A matter marked as sensitive in a kind that is not
 * gets the kind's sensitive sibling, so that the catalogue alone still decides what shows.
 */
export class KindMapper {
  readonly added = new Map<string, KindEntry>();
  private readonly known = new Map<string, KindEntry>();
  private readonly byName = new Map<string, KindEntry>();
  private readonly answers = new Map<string, KindEntry | 'refused'>();

  /** @param translations file's kind → code or name of ours, from `--kind-map` */
  constructor(
    catalogue: readonly KindEntry[],
    private readonly translations: ReadonlyMap<string, string> = new Map(),
  ) {
    for (const entry of catalogue) this.learn(entry);
  }

  /** @returns 'refused' for kinds that are none of ours to record */
  find(text: string, sensitive: boolean): KindEntry | 'refused' {
    const key = `${sensitive ? '!' : ''}${text}`;
    let answer = this.answers.get(key);
    if (!answer) {
      answer = this.decide(this.translations.get(text) ?? text);
      if (answer !== 'refused' && sensitive && answer.sensitivity === 'OPEN') answer = this.sibling(answer);
      this.answers.set(key, answer);
    }
    return answer;
  }

  private decide(text: string): KindEntry | 'refused' {
    if (isRefusedKind(text)) return 'refused';
    const found = this.known.get(codeOf(text)) ?? this.byName.get(text.trim().toLowerCase());
    if (found) return found;
    const name = maskText(text).slice(0, 100);
    return this.add({
      code: codeOf(text),
      name: chineseName(text) ?? inSentenceCase(name),
      nameEn: inSentenceCase(name),
      ...classifyKind(text),
      sensitivity: isSensitiveKind(text) ? 'GRID_ONLY' : 'OPEN',
      policeMatter: true,
    });
  }

  private sibling(entry: KindEntry): KindEntry {
    const code = `${entry.code.slice(0, 60 - SUFFIX.length)}${SUFFIX}`;
    return (
      this.known.get(code) ??
      this.add({
        ...entry,
        code,
        name: `${entry.name}（敏感）`,
        nameEn: `${entry.nameEn} (sensitive)`,
        sensitivity: 'GRID_ONLY',
      })
    );
  }

  private add(entry: KindEntry): KindEntry {
    this.added.set(entry.code, entry);
    this.learn(entry);
    return entry;
  }

  private learn(entry: KindEntry): void {
    this.known.set(entry.code, entry);
    this.byName.set(entry.name.toLowerCase(), entry);
    this.byName.set(entry.nameEn.toLowerCase(), entry);
  }
}

/** Upper snake case; other scripts than Latin get a code from their text. */
function codeOf(text: string): string {
  const code = text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  const latin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
  if (code.length >= 2 && latin) return code;
  return `KIND_${createHash('sha256').update(text.trim()).digest('hex').slice(0, 10).toUpperCase()}`;
}

function inSentenceCase(text: string): string {
  return /[a-z]/.test(text) ? text : text.charAt(0) + text.slice(1).toLowerCase();
}
