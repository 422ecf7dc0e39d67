/** A row's name across all tables: its table and its key. */
export const rowName = (table: string, key: string): string => `${table}#${key}`;
