/** The pictures asked for last, within a number of bytes: the least lately asked for goes first. */
export function keptPictures(limit: number) {
  const kept = new Map<string, Uint8Array>();
  let bytes = 0;
  const drop = (key: string) => {
    const found = kept.get(key);
    if (found) bytes -= key.length + found.length;
    kept.delete(key);
  };
  return {
    get(key: string): Uint8Array | undefined {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    set(key: string, picture: Uint8Array) {
      if (key.length + picture.length > limit) return;
      drop(key);
      kept.set(key, picture);
      bytes += key.length + picture.length;
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
