/** Lets one in at a time, in order of arrival. */
export function turnstile(): { enter(): Promise<() => void> } {
  let last = Promise.resolve();
  return {
    async enter() {
      const before = last;
      let leave!: () => void;
      last = new Promise<void>((resolve) => (leave = resolve));
      await before;
      return leave;
    },
  };
}
