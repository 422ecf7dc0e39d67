import { expect, test } from '@playwright/test';
import { imported, lines } from './fixture';

test('our own form has figures under value', async () => {
  const { head, figures } = await imported(
    'period,country,unit,value,status\n2024,Canada,%,5.5,\n2025,Canada,%,,..\n',
  );
  expect(head.format).toBe('tidy');
  expect(lines(figures)).toEqual([
    '2024 | Canada | value | 5.5 | ×1 | % | ',
    '2025 | Canada | value | none | ×1 | % | ..',
  ]);
});

test('a long table of any publisher is read by its columns’ content', async () => {
  const { head, figures } = await imported('Region|Month|Tonnes\nNorth|Jan 2024|12.5\n');
  expect(head).toMatchObject({ format: 'generic', delimiter: '|' });
  expect(lines(figures)).toEqual(['2024-01 | North | Tonnes | 12.5 | ×1 | no unit | ']);
});

test('a table with years across is read by its headings', async () => {
  const { figures } = await imported('Region\t2023\t2024\nNorth\t1\t2\nSouth\t3\t\n');
  expect(lines(figures)).toEqual([
    '2023 | North | value | 1 | ×1 | no unit | ',
    '2024 | North | value | 2 | ×1 | no unit | ',
    '2023 | South | value | 3 | ×1 | no unit | ',
  ]);
});

test('our own form names its measures in a column', async () => {
  const { figures } = await imported(
    'period,country,measure,unit,factor,value,status\n2024,Canada,exports,CAD,1000,5,p\n',
  );
  expect(lines(figures)).toEqual(['2024 | Canada | exports | 5 | ×1000 | CAD | p']);
});

test('titles above a table are no header, whatever their width', async () => {
  const text =
    'Exports of canola,,\nRelease,2025-06-05,\n\nYear,Code,Tonnes\n2023,1205,5\n2024,1205,6\n';
  const { head, figures } = await imported(text);
  expect(head).toMatchObject({ format: 'generic', header: 4 });
  expect(figures.map(({ period, series, value }) => [period, series.measure, value])).toEqual([
    ['2023', 'Code', 1205],
    ['2023', 'Tonnes', 5],
    ['2024', 'Code', 1205],
    ['2024', 'Tonnes', 6],
  ]);
});

test('a year is told from a code of four digits by its name', async () => {
  const { figures } = await imported('Code,Year,Tonnes\n1205,2023,5.5\n1205,2024,6.5\n');
  expect(figures[0]?.period).toBe('2023');
});

test('a mapping renames dimensions and measures', async () => {
  const { figures } = await imported('Title\nJahr;Land;Menge;Wert\n2023;Kanada;1,5;2\n', {
    mapping: {
      read: {
        period: 'Jahr',
        dimensions: { country: 'Land' },
        values: { tonnes: 'Menge', price: 'Wert' },
        decimal: ',',
        unit: { is: 't' },
        factor: { is: 1000 },
      },
    },
  });
  expect(lines(figures)).toEqual([
    '2023 | Kanada | tonnes | 1.5 | ×1000 | t | ',
    '2023 | Kanada | price | 2 | ×1000 | t | ',
  ]);
});

test('what a chart of ours shows comes back with its periods', async () => {
  const text =
    'chart,series,from,until,value,unit,row\n' +
    'shares,Canada,2024-01-01,2024-12-31,96,% of imports,a#b\n' +
    'shares,Canada,2025-03-01,2025-03-31,95.5,% of imports,a#c\n';
  const { head, figures } = await imported(text);
  expect(head.format).toBe('tidy');
  expect(lines(figures)).toEqual([
    '2024 | shares | Canada | value | 96 | ×1 | % of imports | ',
    '2025-03 | shares | Canada | value | 95.5 | ×1 | % of imports | ',
  ]);
});
