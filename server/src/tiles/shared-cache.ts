export interface SharedCache<Value> {
  /** The kept value, or one made now; callers that miss the same key at the same time share one making. */
  get(key: string, make: () => Promise<Value>): Promise<Value>;
}

/** Keeps the most recently used values up to a total size. A failed making is not kept. */
export function sharedCache<Value>(maxSize: number, sizeOf: (value: Value) => number): SharedCache<Value> {
  const kept = new Map<string, Value>();
  const making = new Map<string, Promise<Value>>();
  let size = 0;

  function keep(key: string, value: Value): void {
    kept.set(key, value);
    size += sizeOf(value);
    for (const [oldest, old] of kept) {
      if (size <= maxSize) break;
      kept.delete(oldest);
      size -= sizeOf(old);
    }
  }

  return {
    get(key, make) {
      const value = kept.get(key);
      if (value !== undefined) {
        kept.delete(key);
        kept.set(key, value);
        return Promise.resolve(value);
      }
      let pending = making.get(key);
      if (!pending) {
        pending = make()
          .then((made) => {
            keep(key, made);
            return made;
          })
          .finally(() => making.delete(key));
        making.set(key, pending);
      }
      return pending;
    },
  };
}
