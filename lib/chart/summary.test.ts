import { expect, test } from '@playwright/test';
import { byRow, overTime, series, year } from './fixture';
import type { ByRow } from './input';
import { chartSummary } from './summary';

const five = [year(2020, 4), year(2021, 29), year(2022, 3), year(2023, 8), year(2024, 21)];

test.describe('chartSummary()', () => {
  test('tells first, last, highest, lowest and change', () => {
    const summary = chartSummary(overTime([series(five)]));
    expect(summary).toMatchObject({
      series: [
        {
          count: 5,
          first: { when: '2020', value: 4 },
          last: { when: '2024', value: 21 },
          highest: { when: '2021', value: 29 },
          lowest: { when: '2022', value: 3 },
          change: 17,
        },
      ],
    });
  });

  test('the highest of ranks is the one nearest 1', () => {
    const axis = { title: 'rank', direction: 'down' } as const;
    const summary = chartSummary(overTime([series(five)], { axis }));
    expect(summary).toMatchObject({ series: [{ highest: { value: 3 }, lowest: { value: 29 } }] });
  });

  test('of rows it tells the ends, the places of the highlighted and the missing', () => {
    const input = byRow([12, 30, null, 5]);
    const rows = input.rows.map((row, index) => (index === 0 ? { ...row, tone: 'main' } : row));
    const summary = chartSummary({ ...input, rows } as ByRow);
    expect(summary).toMatchObject({
      count: 3,
      top: { value: 30 },
      bottom: { value: 5 },
      highlighted: [{ place: 2, row: { value: 12 } }],
      missing: [{ id: 'row-2' }],
    });
  });
});
