/** What was asked for last, within a number of bytes: the least lately asked for goes first. */
export function keptWithin<T>(limit: number, sizeOf: (value: T) => number) {
  const kept = new Map<string, T>();
  let bytes = 0;
  const size = (key: string, value: T) => key.length + sizeOf(value);
  const drop = (key: string) => {
    const found = kept.get(key);
    if (found !== undefined) bytes -= size(key, found);
    kept.delete(key);
  };
  return {
    get(key: string): T | undefined {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    set(key: string, value: T) {
      if (size(key, value) > limit) return;
      drop(key);
      kept.set(key, value);
      bytes += size(key, value);
      for (const oldest of kept.keys()) {
        if (bytes <= limit) break;
        drop(oldest);
      }
    },
    get bytes() {
      return bytes;
    },
  };
}
