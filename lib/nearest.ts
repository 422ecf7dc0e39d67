/** How many letters to add, drop or replace to turn one word into another (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + +(letter !== other)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** So few names are listed where none is near. */
const LISTED = 8;

/** What cures an unknown name: the nearest one, or all where there are few. */
export function didYouMean(name: string, names: Iterable<string>): string {
  const all = [...new Set(names)];
  const ranked = all
    .map((one) => ({ one, far: distance(name.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [nearest] = ranked;
  if (nearest && nearest.far <= Math.max(2, name.length / 3))
    return `; did you mean ${JSON.stringify(nearest.one)}?`;
  if (all.length === 0 || all.length > LISTED) return '';
  return `; known: ${all.map((one) => JSON.stringify(one)).join(', ')}`;
}
