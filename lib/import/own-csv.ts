import { formatRecord, guarded } from '@/lib/table/csv-records';
import type { OwnLine } from './own-figures';

/** A reader's figures in our own form, as `npm run import` and this page read it. The columns are a promise. */

export type TidyColumn = {
  name: string;
  title: string;
  role: 'period' | 'dimension' | 'measure' | 'attribute';
};

export const TAKEN = ['period', 'measure', 'value', 'unit', 'factor', 'status'];

/** A name that any program takes for a column: `Période de référence` becomes `periode_de_reference`. */
export function snake(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(name) ? name : `c_${name}`.replace(/_$/, '');
}

/** Two titles may come to one name: the second gets a number. */
function named(titles: string[]): TidyColumn[] {
  const taken = new Set(TAKEN);
  return titles.map((title) => {
    const base = snake(title);
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
    taken.add(name);
    return { name, title, role: 'dimension' };
  });
}

const plain = (name: string, role: TidyColumn['role']): TidyColumn => ({ name, title: name, role });

const dimensionsOf = (lines: OwnLine[]): string[] => [
  ...new Set(lines.flatMap(({ dimensions }) => Object.keys(dimensions))),
];

export function tidyColumns(lines: OwnLine[]): TidyColumn[] {
  return [
    plain('period', 'period'),
    ...named(dimensionsOf(lines)),
    plain('measure', 'dimension'),
    plain('unit', 'attribute'),
    plain('factor', 'attribute'),
    plain('value', 'measure'),
    plain('status', 'attribute'),
  ];
}

/** A code of one sign, as `-` for none, is no formula. */
const guardedCode = (code: string): string => (code.length > 1 ? guarded(code) : code);

/** Piece by piece: a large file in one text would be longer than a text can be. */
export function* tidyCsv(lines: OwnLine[]): Generator<string> {
  const names = dimensionsOf(lines);
  yield formatRecord(tidyColumns(lines).map(({ name }) => name));
  for (const { dimensions, measure, unit, factor, figures } of lines) {
    const before = [...names.map((name) => dimensions[name] ?? ''), measure, unit ?? ''].map(
      guarded,
    );
    for (const { period, value, status } of figures)
      yield formatRecord([
        period.text,
        ...before,
        String(factor),
        value === null ? '' : String(value),
        guardedCode(status ?? ''),
      ]);
  }
}
