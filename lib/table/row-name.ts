export type RowRef = { table: string; key: string };

/** A row's name across all tables: its table and its key. */
export const rowName = (table: string, key: string): string => `${table}#${key}`;

export function parseRowName(name: string): RowRef {
  const sign = name.indexOf('#');
  return { table: name.slice(0, sign), key: name.slice(sign + 1) };
}
