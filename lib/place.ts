/** What one entry of a list is called. */
const ENTRIES: Record<string, string> = {
  claims: 'claim',
  topics: 'topic',
  unrated: 'unrated passage',
  readings: 'reading',
  tests: 'test',
  ends: 'end',
  charts: 'chart',
  series: 'series',
  rows: 'row',
  references: 'reference',
  events: 'event',
  conflicts: 'conflict',
  sides: 'side',
  inputs: 'input',
  parts: 'part',
  places: 'place',
  points: 'point',
  resources: 'table',
  fields: 'column',
};

const keyed = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;

export const valueAt = (path: PropertyKey[], root: unknown): unknown => path.reduce(keyed, root);

const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][\w-]*$/i.test(value);

/** By its id or its name, else by its number from 1. */
function entryName(list: string, index: number, entry: unknown): string {
  const name = [keyed(entry, 'id'), keyed(entry, 'name')].find(isName);
  return `${ENTRIES[list] ?? list} ${name === undefined ? index + 1 : JSON.stringify(name)}`;
}

/** A path through JSON as a keeper knows it: `claim "share-stolen", chart "shares", series "exports", mark`. */
export function placeOf(path: PropertyKey[], root: unknown): string {
  const names: string[] = [];
  let keys: string[] = [];
  let value = root;
  for (const key of path) {
    value = keyed(value, key);
    const list = keys.at(-1);
    if (typeof key === 'number' && list !== undefined) {
      names.push(keys.slice(0, -1).join('.'), entryName(list, key, value));
      keys = [];
    } else keys.push(String(key));
  }
  return [...names, keys.join('.')].filter((name) => name !== '').join(', ');
}
