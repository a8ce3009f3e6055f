/** What the panel of cover and plans adds to an address, as text: its own code reads and writes it. */
export interface CoverAddress {
  /** Part and conditions, such as `changes.importance.8`. */
  where: string;
  scenario?: string;
  /** Changes that no scenario holds yet. */
  changes?: string;
}

/** Reads these from search parameters; a scenario or changes alone are enough. */
export function parseCoverAddress(search: Record<string, unknown>): CoverAddress | undefined {
  const text = (key: string): string => (typeof search[key] === 'string' ? (search[key] as string) : '');
  const [where, scenario, changes] = [text('cover'), text('scenario'), text('changes')];
  if (!where && !scenario && !changes) return undefined;
  return {
    where: /^[\w.]{1,60}$/.test(where) ? where : 'changes',
    ...(/^[\w-]{1,60}$/.test(scenario) && { scenario }),
    ...(changes && changes.length < 6000 && { changes }),
  };
}

/** Writes them as search parameters. */
export function formatCoverAddress({ where, scenario, changes }: CoverAddress): Record<string, string> {
  return { cover: where, ...(scenario && { scenario }), ...(changes && { changes }) };
}
