import { expect, test } from '@playwright/test';
import { layoutOf, valueAt } from './layout';
import { SeriesIndex } from './series-index';

const layout = layoutOf(['x', 'value'], {
  dimensions: [{ name: 'x', place: 0 }],
  values: [valueAt(1, 'value')],
});

test('SeriesIndex knows a series again, but not when there are too many to remember', () => {
  const met: string[] = [];
  const index = new SeriesIndex(layout, (_, text) => met.push(text));
  const seriesOf = (cells: string[]) => {
    index.seek(cells);
    return index.series(0, cells);
  };
  const first = seriesOf(['a', '1']);
  for (let at = 0; at < 1000; at += 1) seriesOf([`n${at}`, '1']);
  expect(seriesOf(['a', '2'])).toBe(first);
  for (let at = 0; at < 250_000; at += 1) seriesOf([`m${at}`, '1']);
  const again = seriesOf(['a', '2']);
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
});

test('SeriesIndex makes one series of years across, another of another measure', () => {
  const names = ['x', '2023', '2024', 'other'];
  const values = [valueAt(1, 'value'), valueAt(2, 'value'), valueAt(3, 'other')];
  const across = layoutOf(names, { dimensions: [{ name: 'x', place: 0 }], values });
  const index = new SeriesIndex(across, () => {});
  const cells = ['a', '1', '2', '3'];
  index.seek(cells);
  expect(index.series(1, cells)).toBe(index.series(0, cells));
  expect(index.series(2, cells)).toMatchObject({ dimensions: { x: 'a' }, measure: 'other' });
});
