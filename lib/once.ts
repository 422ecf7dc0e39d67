/**
 * The same function of two things that do not change, each pair worked out once while the first is in use. The second
 * must be one of few: what was made of it goes only with the first.
 */
export function once<A extends object, B, T>(work: (of: A, by: B) => T): (of: A, by: B) => T {
  const kept = new WeakMap<A, Map<B, T>>();
  return (of, by) => {
    const made = kept.get(of) ?? new Map<B, T>();
    kept.set(of, made);
    if (!made.has(by)) made.set(by, work(of, by));
    return made.get(by) as T;
  };
}
