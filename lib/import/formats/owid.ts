import { type Format, findHeader, fold, type Start, sampleUnder } from '../format';
import { layoutOf, missingCodes, valueAt } from '../layout';
import { plainMarks, readNumeral } from '../numeral';

/** `Entity,Code,Year` or `Day`, then a column for each indicator; in short or full names, of either case. */
function find({ records }: Start) {
  const header = findHeader(
    records,
    ([entity, code, time]) =>
      entity === 'entity' && code === 'code' && (time === 'year' || time === 'day'),
  );
  const columns = records[header];
  if (!columns) return null;
  const sample = sampleUnder(records, header);
  const places = columns.map((_, place) => place).slice(3);
  const figures = places.filter((place) => holdsFigures(sample, place));
  const texts = places.filter((place) => !figures.includes(place)).map((at) => columns[at] ?? '');
  const layout = layoutOf(columns, {
    period: [2],
    dimensions: [{ name: columns[0] ?? '', place: 0 }],
    values: figures.map((place) => valueAt(place, columns[place] ?? '')),
  });
  const left = texts.length === 0 ? [] : [`no figures, left out: ${texts.join(', ')}`];
  return { header, layout, language: 'en' as const, notes: left };
}

/** Mostly: a cell that is no figure among figures is refused, and does not make a column of words of them. */
function holdsFigures(sample: string[][], place: number): boolean {
  const cells = sample.map((record) => record[place] ?? '').filter((cell) => cell !== '');
  const isFigure = (cell: string) =>
    missingCodes.has(cell) || fold(cell) === 'nan' || isNumeral(cell);
  return cells.length === 0 || cells.filter(isFigure).length * 2 > cells.length;
}

const isNumeral = (cell: string): boolean => !Number.isNaN(readNumeral(cell, plainMarks));

export const owid: Format = { id: 'owid', title: 'Our World in Data chart', find };
