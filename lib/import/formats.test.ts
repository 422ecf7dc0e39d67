import { expect, test } from '@playwright/test';
import { imported, lines, sample } from './fixture';

test('a full table of Statistics Canada gives its figures, unit and scalar factor', async () => {
  const { head, figures, problems } = await imported(sample('statcan-full-en.csv'));
  expect(head).toMatchObject({ format: 'statcan', delimiter: ',', language: 'en', header: 1 });
  expect(problems).toEqual([]);
  expect(lines(figures)).toEqual([
    '2025-03 | Canada | Export | Customs | Unadjusted | All countries | VALUE | 71048.5 | ×1000000 | Dollars | ',
    '2025-03 | Canada | Export | Customs | Unadjusted | China | VALUE | 2566.3 | ×1000000 | Dollars | p',
    '2025-04 | Canada | Export | Customs | Unadjusted | All countries | VALUE | 61017.7 | ×1000000 | Dollars | E',
    '2025-04 | Canada | Export | Customs | Unadjusted | China | VALUE | none | ×1000000 | Dollars | ..',
    '2025-04 | Canada | Export | Customs | Unadjusted | Hong Kong | VALUE | none | ×1000000 | Dollars | x t',
  ]);
});

test('its French table has semicolons and decimal commas', async () => {
  const { head, figures, problems } = await imported(sample('statcan-full-fr.csv'));
  expect(head).toMatchObject({ format: 'statcan', delimiter: ';', language: 'fr' });
  expect(problems).toEqual([]);
  expect(lines(figures)).toEqual([
    '2025-03 | Canada | Exportation | Douanière | Non désaisonnalisées | Tous les pays | VALEUR | 71048.5 | ×1000000 | Dollars | ',
    '2025-03 | Canada | Exportation | Douanière | Non désaisonnalisées | Chine | VALEUR | 2566.3 | ×1000000 | Dollars | p',
    '2025-04 | Canada | Exportation | Douanière | Non désaisonnalisées | Chine | VALEUR | none | ×1000000 | Dollars | ..',
  ]);
});

test('the description beside a full table is told apart from figures', async () => {
  await expect(imported(sample('statcan-metadata.csv'))).rejects.toThrow('it has no figures');
});

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
