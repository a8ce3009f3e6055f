import { create } from 'zustand';
import type { CoverReading } from '../graphql/generated/travel/graphql.js';
import type { CoverAddress } from './cover-address.js';
import { addChange, formatChanges, isSameChanges, parseChanges, type PostChange } from './post-changes.js';
import { accountKey } from './storage.js';

export const coverParts = ['board', 'changes', 'siting'] as const;
export type CoverPart = (typeof coverParts)[number];

/** What the numbers are asked for. */
export interface CoverConditions {
  reading: CoverReading;
  /** Of the county's day; null = now. */
  hour: number | null;
  /** Units where they are, not at their home posts. */
  isLive: boolean;
}

/** The scenario that is being worked on, as it was read: its version tells when somebody else saved meanwhile. */
export interface OpenScenario {
  id: string;
  version: number;
  name: string;
  note: string | null;
  changes: PostChange[];
}

interface CoverState extends CoverConditions {
  part: CoverPart;
  /** The tier whose gaps are shown. */
  tier: number;
  changes: PostChange[];
  scenario: OpenScenario | null;
  /** A scenario named by an address, until it has been read. */
  wantedScenario: string | null;
  /** A post that somebody asked to change, until the panel has taken it up. */
  wantedPost: string | null;
  setPart(part: CoverPart): void;
  setTier(tier: number): void;
  /** Goes to the part where changes are tried, with this post in hand. */
  askFor(postId: string): void;
  takeWantedPost(): void;
  setConditions(conditions: Partial<CoverConditions>): void;
  setChanges(changes: PostChange[]): void;
  change(change: PostChange): void;
  open(scenario: OpenScenario | null): void;
  /** Names the scenario that the changes belong to without touching them: after it was saved, or deleted. */
  setScenario(scenario: OpenScenario | null): void;
  adopt(address: CoverAddress): void;
}

const storageKey = accountKey('cover');

/** Where the panel of cover, what-if and siting stands. Lasts as long as the tab: plans survive a reload. */
export const useCoverStore = create<CoverState>((set, get) => ({
  part: 'board',
  tier: 3,
  reading: 'BY_TIER',
  hour: null,
  isLive: false,
  changes: [],
  scenario: null,
  wantedScenario: null,
  wantedPost: null,
  ...readSession(),
  setPart: (part) => set({ part }),
  setTier: (tier) => set({ tier }),
  askFor: (wantedPost) => set({ part: 'changes', wantedPost }),
  takeWantedPost: () => set({ wantedPost: null }),
  // Where units are is known for now only.
  setConditions: (conditions) => set({ ...conditions, ...(conditions.isLive && { hour: null }) }),
  setChanges: (changes) => set({ changes }),
  change: (change) => set({ changes: addChange(get().changes, change) }),
  open: (scenario) => set({ scenario, changes: scenario?.changes ?? [], wantedScenario: null }),
  setScenario: (scenario) => set({ scenario, wantedScenario: null }),
  adopt: (address) => {
    const { where, scenario, changes } = address;
    // A reload of what is not saved yet: it is here whole, also where the address had no room for it.
    if (hasUnsaved(get()) && isSameAddress(address, formatAddress(get()))) return;
    set({
      ...parseWhere(where),
      ...((scenario ?? changes) && {
        changes: (changes && parseChanges(changes)) || [],
        scenario: null,
        wantedScenario: scenario ?? null,
      }),
    });
  },
}));

const isSameAddress = (a: CoverAddress, b: CoverAddress): boolean =>
  a.where === b.where && a.scenario === b.scenario && a.changes === b.changes;

/** Whether there are changes that no scenario holds. */
export function hasUnsaved({ changes, scenario }: Pick<CoverState, 'changes' | 'scenario'>): boolean {
  return !isSameChanges(changes, scenario?.changes ?? []);
}

/** The panel's part of the address; without `changes` where they are too many. */
export function formatAddress(state: CoverState): CoverAddress {
  const { part, reading, hour, isLive, changes, scenario, wantedScenario } = state;
  const where = [
    part,
    ...(reading === 'BY_IMPORTANCE' ? ['importance'] : []),
    ...(hour === null ? [] : [String(hour)]),
    ...(isLive ? ['live'] : []),
  ].join('.');
  const text = hasUnsaved(state) ? formatChanges(changes) : null;
  const id = scenario?.id ?? wantedScenario;
  return { where, ...(id && { scenario: id }), ...(text && { changes: text }) };
}

function parseWhere(where: string): CoverConditions & { part: CoverPart } {
  const words = where.split('.');
  const hour = words.find((word) => /^\d{1,2}$/.test(word) && Number(word) < 24);
  const isLive = words.includes('live');
  return {
    part: coverParts.find((part) => part === words[0]) ?? 'board',
    reading: words.includes('importance') ? 'BY_IMPORTANCE' : 'BY_TIER',
    hour: hour === undefined || isLive ? null : Number(hour),
    isLive,
  };
}

/** What a reload left behind; of another form it is dropped. */
function readSession(): Partial<CoverState> {
  try {
    const stored = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Record<string, unknown> | null;
    const changes = typeof stored?.changes === 'string' ? (parseChanges(stored.changes) ?? []) : [];
    const scenario = readScenario(stored?.scenario);
    const where = typeof stored?.where === 'string' ? parseWhere(stored.where) : {};
    return { ...where, changes, scenario };
  } catch {
    return {};
  }
}

function readScenario(stored: unknown): OpenScenario | null {
  const { id, version, name, note, changes } = (stored ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof version !== 'number' || typeof name !== 'string') return null;
  return {
    id,
    version,
    name,
    note: typeof note === 'string' ? note : null,
    changes: typeof changes === 'string' ? (parseChanges(changes) ?? []) : [],
  };
}

useCoverStore.subscribe((state) => {
  const { scenario, changes } = state;
  const asText = (list: PostChange[]): string | null => formatChanges(list, Infinity);
  try {
    const kept = scenario && { ...scenario, changes: asText(scenario.changes) };
    const { where } = formatAddress(state);
    sessionStorage.setItem(storageKey, JSON.stringify({ where, changes: asText(changes), scenario: kept }));
  } catch {
    // Not remembered, but still in force.
  }
});
