import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { faults, imported, lines, sample } from './fixture';

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

test('selected series have footnotes under the table, told as notes', async () => {
  const { figures, problems, summary } = await imported(sample('statcan-selected-series-en.csv'));
  expect(problems).toEqual([]);
  expect(figures.map(({ period, value, status }) => [period, value, status])).toEqual([
    ['2025-01', 614.11, null],
    ['2025-02', 632.46, null],
    ['2025-03', null, 'F'],
  ]);
  expect(figures[0]?.series.factor).toBe(1);
  expect(summary.notes).toEqual(['Footnotes:', '1 Prices are averages, before deductions.']);
});

test('Comtrade gives values, quantities and weights, and none where a unit is none', async () => {
  const { head, figures, problems } = await imported(sample('comtrade-new.csv'));
  expect(head.format).toBe('comtrade');
  expect(problems).toEqual([]);
  const told = figures.map(({ period, series, value, status }) =>
    [period, series.measure, value, series.unit, status].join(' '),
  );
  expect(told).toEqual([
    '2023 primaryValue 3700000000.5 USD ',
    '2023 cifvalue 3700000000.5 USD ',
    '2023 qty 5030000000 kg ',
    '2023 netWgt 5030000000 kg estimated',
    '2023 grossWgt 0 kg ',
    '2024 primaryValue 3300000000 USD ',
    '2024 cifvalue 3300000000 USD ',
    '2024 qty 6130000000 kg ',
    '2024 netWgt 6130000000 kg ',
    '2024 grossWgt 0 kg ',
  ]);
  expect(figures[0]?.series.dimensions).toEqual({
    reporterDesc: 'China',
    flowDesc: 'Import',
    partnerDesc: 'Canada',
    partner2Desc: 'World',
    classificationCode: 'H6',
    cmdCode: '1205',
    cmdDesc: 'Rape or colza seeds, whether or not broken',
    customsDesc: 'TOTAL CPC',
    motDesc: 'TOTAL MOT',
  });
});

test('the older Comtrade has months without a sign between and flags for estimates', async () => {
  const { figures, problems } = await imported(sample('comtrade-old.csv'));
  expect(problems).toEqual([]);
  const told = figures.map(({ period, series, value, status }) =>
    [period, series.measure, value, series.unit, status].join(' '),
  );
  expect(told).toEqual([
    '2019-03 Trade Value (US$) 97000000 USD weight estimated',
    '2019-03 Netweight (kg) 210000000 kg weight estimated',
    '2019-03 Qty 210000000 Weight in kilograms weight estimated',
    '2019-04 Trade Value (US$) 1200 USD ',
  ]);
});

test('FAOSTAT’s normalised table keeps flags and takes the scale out of the unit', async () => {
  const { head, figures } = await imported(sample('faostat-normalised-en.csv'));
  expect(head).toMatchObject({ format: 'faostat', language: 'en' });
  expect(lines(figures)).toEqual([
    '2022 | Canada | Area harvested | Rape or colza seed | Value | 8597500 | ×1 | ha | A',
    '2022 | Canada | Production | Rape or colza seed | Value | 18694778 | ×1 | t | E',
    '2022 | Canada | Export value | Rape or colza seed | Value | 4165000 | ×1000 | USD | A',
    '2023 | Canada | Production | Rape or colza seed | Value | none | ×1 | t | M',
  ]);
});

test('FAOSTAT’s French table is read like the English one', async () => {
  const { head, figures } = await imported(sample('faostat-normalised-fr.csv'));
  expect(head).toMatchObject({ format: 'faostat', language: 'fr' });
  expect(lines(figures)).toEqual([
    '2022 | Canada | Production | Graines de colza | Valeur | 18694778 | ×1 | t | A',
  ]);
});

test('FAOSTAT’s months and annual values are told apart', async () => {
  const { figures, problems } = await imported(sample('faostat-monthly-en.csv'));
  expect(problems).toEqual([]);
  expect(figures.map(({ period, value }) => [period, value])).toEqual([
    ['2023-01', 610.5],
    ['2023', 580.1],
  ]);
});

test('FAOSTAT’s wide table in Windows-1252 has years across with flags', async () => {
  const { head, figures, problems } = await imported(sample('faostat-wide-windows-1252.csv'));
  expect(head).toMatchObject({ format: 'faostat', encoding: 'windows-1252', bom: false });
  expect(problems).toEqual([]);
  expect(lines(figures)).toEqual([
    '2021 | Côte d’Ivoire | Rape or colza seed | Production | Value | 10 | ×1 | t | E',
    '2022 | Côte d’Ivoire | Rape or colza seed | Production | Value | 12 | ×1 | t | I',
    '2021 | Canada | Rape or colza seed | Production | Value | 14248322 | ×1 | t | A',
    '2022 | Canada | Rape or colza seed | Production | Value | none | ×1 | t | M',
  ]);
});

test('FRED prints a month as its first day and no value as a point', async () => {
  const { head, figures } = await imported(sample('fred-monthly.csv'));
  expect(head.notes).toContain('every date is the first day of a month: read as months');
  expect(lines(figures)).toEqual([
    '2025-01 | UNRATE | 4 | ×1 | no unit | ',
    '2025-01 | CANLMUNRTTSTPT | 6.6 | ×1 | no unit | ',
    '2025-02 | UNRATE | 4.1 | ×1 | no unit | ',
    '2025-02 | CANLMUNRTTSTPT | none | ×1 | no unit | .',
    '2025-03 | UNRATE | 4.2 | ×1 | no unit | ',
  ]);
});

test('FRED’s daily series stay days', async () => {
  const { figures } = await imported(sample('fred-daily-old.csv'));
  expect(lines(figures)).toEqual([
    '2019-12-24 | DEXCAUS | 1.3165 | ×1 | no unit | ',
    '2019-12-25 | DEXCAUS | none | ×1 | no unit | .',
    '2019-12-26 | DEXCAUS | 1.3091 | ×1 | no unit | ',
  ]);
});

test('the Bank of Canada’s file has its observations under other tables', async () => {
  const { head, figures, problems } = await imported(sample('valet-group.csv'));
  expect(head).toMatchObject({ format: 'valet', header: 13 });
  expect(head.notes).toContain('FXUSDCAD: US dollar to Canadian dollar daily exchange rate');
  expect(problems).toEqual([]);
  expect(lines(figures)).toEqual([
    '2025-06-04 | FXUSDCAD | 1.3688 | ×1 | no unit | ',
    '2025-06-04 | FXCNYCAD | 0.1906 | ×1 | no unit | ',
    '2025-06-05 | FXUSDCAD | 1.3671 | ×1 | no unit | ',
  ]);
});

test('its French file is read by the same names of its tables', async () => {
  const { head, figures } = await imported(sample('valet-series-fr.csv'));
  expect(head).toMatchObject({ format: 'valet', header: 9 });
  expect(figures.map(({ line, period, value }) => [line, period, value])).toEqual([
    [10, '2025-04', 2.7412],
    [11, '2025-05', 2.743],
  ]);
});

test('a chart of Our World in Data has a column for each indicator, and others in words', async () => {
  const { head, figures, problems } = await imported(sample('owid-year.csv'));
  expect(head.format).toBe('owid');
  expect(head.notes).toEqual(['no figures, left out: World regions according to OWID']);
  expect(problems).toEqual([]);
  expect(lines(figures)).toEqual([
    '2023 | Canada | Electric car sales share | 13 | ×1 | no unit | ',
    '2024 | Canada | Electric car sales share | 17 | ×1 | no unit | ',
    '2023 | China | Electric car sales share | 38 | ×1 | no unit | ',
  ]);
});

test('a cell that is no figure is refused, and its column is no less one of figures', async () => {
  const rows = ['Canada,CAN,2022,9', 'Canada,CAN,2023,13', 'Canada,CAN,2024,?'];
  const { figures, problems } = await imported(`Entity,Code,Year,Share\n${rows.join('\n')}\n`);
  expect(figures).toHaveLength(2);
  expect(faults(problems)).toEqual(['row 4, Share: not a number: "?"']);
});

test('its short names and its days are read too', async () => {
  const { figures } = await imported(sample('owid-day-short.csv'));
  expect(lines(figures)).toEqual([
    '2020-03-01 | Canada | weekly_cases | 12 | ×1 | no unit | ',
    '2020-03-01 | World | weekly_cases | none | ×1 | no unit | ',
  ]);
});

test('a mapping reads a wide table with title, thousands, decimal commas and a repeated header', async () => {
  const mapping = {
    read: {
      header: 3,
      across: { measure: 'exports' },
      dimensions: { region: 'Région' },
      unit: { column: 'Unité' },
      decimal: ',' as const,
      group: ' ' as const,
    },
  };
  const { figures, problems } = await imported(sample('generic-wide-fr.csv'), { mapping });
  expect(faults(problems)).toEqual([]);
  expect(lines(figures)).toEqual([
    '2022 | Prairies | exports | 1234.5 | ×1 | tonnes | ',
    '2023 | Prairies | exports | 2345.5 | ×1 | tonnes | ',
    '2024 | Prairies | exports | none | ×1 | tonnes | x',
    '2022 | Ontario | exports | 12.5 | ×1 | tonnes | ',
    '2023 | Ontario | exports | none | ×1 | tonnes | F',
    '2024 | Ontario | exports | 13 | ×1 | tonnes | ',
    '2022 | Québec | exports | 1 | ×1 | tonnes | ',
    '2023 | Québec | exports | 2 | ×1 | tonnes | ',
    '2024 | Québec | exports | 3 | ×1 | tonnes | ',
  ]);
});

test('every sample’s head says which columns hold its periods and figures', async () => {
  const files = readdirSync('lib/import/samples').filter((name) => /\.(csv|txt)$/.test(name));
  for (const file of files.filter((name) => name !== 'statcan-metadata.csv')) {
    const { head, figures } = await imported(sample(file));
    const roles = head.read.map(({ role }) => role);
    expect([file, roles.length]).toEqual([file, head.columns.length]);
    expect([file, figures.length > 0, roles.includes('value')]).toEqual([file, true, true]);
    const across = head.columns.some((name) => /^Y?20\d\d$/.test(name));
    expect([file, roles.includes('period')]).toEqual([file, !across]);
  }
});

test('any format can be set by hand, and one that does not fit says so', async () => {
  const { head } = await imported('period,x,value\n2024,a,1\n', { as: 'generic' });
  expect(head.format).toBe('generic');
  await expect(imported('period,x,value\n2024,a,1\n', { as: 'fred' })).rejects.toThrow(
    'not that of the format "FRED series"',
  );
});
