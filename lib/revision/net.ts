import { changeBy, type RevisedFigure } from '@/lib/import/report';
import type { Table } from '@/lib/table/table';

/** What has become of a table's rows from one state to another, however many times a row changed in between. */
export type NetChange = { table: string; added: number; revised: number; gone: number };

export type NetFigure = RevisedFigure & { table: string };

export type Net = NetChange & {
  /** Figures of rows that both states have; those with a figure in one alone are as large as can be. */
  figures: NetFigure[];
};

/** A table's rows by key, with the columns of another state's: one that it lacks is empty. */
function rowsAs({ resource, rows }: Table, { schema }: Table['resource']): Map<string, string[]> {
  const names = resource.schema.fields.map(({ name }) => name);
  const places = schema.fields.map(({ name }) => names.indexOf(name));
  return new Map(rows.map(({ key, raw }) => [key, places.map((place) => raw[place] ?? '')]));
}

export function netChange(before: Table, after: Table): Net {
  const table = after.resource.name;
  const was = rowsAs(before, after.resource);
  const net: Net = { table, added: 0, revised: 0, gone: 0, figures: [] };
  for (const { key, raw } of after.rows) {
    const old = was.get(key);
    was.delete(key);
    if (!old) net.added += 1;
    else if (old.some((text, place) => text !== raw[place])) {
      net.revised += 1;
      net.figures.push(...figuresOf(after, key, old, raw));
    }
  }
  net.gone = was.size;
  return net;
}

/** 7.0 where 7 stood is another text and the same figure. */
function figuresOf({ resource }: Table, key: string, was: string[], is: string[]): NetFigure[] {
  return resource.schema.fields.flatMap(({ name, role }, place) => {
    const [before = '', after = ''] = [was[place], is[place]];
    const by = role !== 'measure' || before === after ? 0 : changeBy(before, after);
    return by === 0 ? [] : [{ table: resource.name, key, column: name, before, after, by }];
  });
}

/** The largest first, by share of the old figure. */
export const largestFirst = (figures: NetFigure[]): NetFigure[] =>
  figures.toSorted((a, b) => (a.by === b.by ? 0 : b.by - a.by));
