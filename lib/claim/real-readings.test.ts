import { expect, test } from '@playwright/test';
import { realCatalog, realResult } from '@/lib/data-fixture';
import { rowAt } from '@/lib/table/row-index';
import { answerOf } from './answer';

const outcomesOf = async (id: string, reading: number) =>
  (await realResult(id)).readings[reading - 1]?.outcomes ?? [];

/** The figures that go into a reading, worked out by hand from the files, with their units. */
const inputs: [id: string, reading: number, values: [value: number, unit: string][]][] = [
  [
    'call-date',
    1,
    [
      [20245, 'date'],
      [20245, 'date'],
    ],
  ],
  [
    'call-date',
    2,
    [
      [20244, 'date'],
      [20245, 'date'],
    ],
  ],
  [
    'aluminium-tariff',
    1,
    [
      [0, '%'],
      [50, '%'],
    ],
  ],
  [
    'aluminium-tariff',
    2,
    [
      [7590.822, 'CAD million'],
      [4844.148, 'CAD million'],
    ],
  ],
  [
    'paid-real-money',
    1,
    [
      [2800000000, 'CAD'],
      [800000000, 'CAD'],
    ],
  ],
  [
    'paid-real-money',
    2,
    [
      [2291.8, 'thousand tonnes'],
      [114, 'thousand tonnes'],
    ],
  ],
  [
    'paid-real-money',
    3,
    [
      [30003.3, 'CAD million'],
      [27693.6, 'CAD million'],
    ],
  ],
  [
    'share-stolen',
    1,
    [
      [95.931142, '%'],
      [92, '%'],
    ],
  ],
  [
    'share-stolen',
    5,
    [
      [2, '%'],
      [59, '%'],
      [94, '%'],
      [6, '%'],
    ],
  ],
  [
    'us-dependence',
    2,
    [
      [76.318831, '%'],
      [68.468116, '%'],
    ],
  ],
  [
    'lose-china-market',
    1,
    [
      [30003.3, 'CAD million'],
      [35034.3, 'CAD million'],
    ],
  ],
  [
    'lose-china-market',
    2,
    [
      [46.6, 'USD billion'],
      [41.7, 'USD billion'],
    ],
  ],
];

for (const [id, reading, values] of inputs) {
  test(`reading ${reading} of ${id} is made from ${values.map(String).join(' and ')}`, async () => {
    const found = (await outcomesOf(id, reading)).flatMap((outcome) => outcome.inputs);
    expect(found.map((input) => input.unit)).toEqual(values.map(([, unit]) => unit));
    found.forEach((input, index) => {
      expect(input.value).toBeCloseTo(values[index]?.[0] ?? Number.NaN, 5);
    });
  });
}

test('China is second by two-way goods in each of the 22 years from 2003 to 2024', async () => {
  const [outcome] = await outcomesOf('second-partner', 2);
  expect(outcome?.byPeriod).toHaveLength(22);
  expect(outcome?.byPeriod[0]?.period).toBe('2003');
  expect(outcome?.byPeriod.at(-1)?.period).toBe('2024');
  expect(new Set(outcome?.byPeriod.map((one) => one.value))).toEqual(new Set([2]));
});

test('the ranking of 2024 has seven countries, with what each traded in 24 rows', async () => {
  const [outcome] = await outcomesOf('second-partner', 1);
  const places = outcome?.inputs[0]?.places ?? [];
  expect(places.map(({ name, value }) => [name, value.value])).toEqual([
    ['United States', 973442.7],
    ['China', 118923],
    ['Mexico', 56148.7],
    ['United Kingdom', 38621.3],
    ['Japan', 36329.7],
    ['Germany', 30403],
    ['South Korea', 24703.6],
  ]);
  expect(places.map(({ value }) => value.rows.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
});

test('China and the European Union are ranked on the balance of payments', async () => {
  const [outcome] = await outcomesOf('second-partner', 4);
  expect(outcome?.inputs[0]?.places.map(({ name, value }) => [name, value.value])).toEqual([
    ['EU27', 108542.3],
    ['China', 91867.5],
  ]);
});

test('China takes the most seed in five crop years, with what it and Japan took', async () => {
  const [outcome] = await outcomesOf('largest-canola-buyer', 1);
  const firstTwo = outcome?.inputs.map(({ places }) =>
    places.slice(0, 2).map(({ name, value }) => `${name} ${value.value}`),
  );
  expect(firstTwo).toEqual([
    ['China 4016.4', 'Japan 2227'],
    ['China 4031.9', 'Japan 2215.7'],
    ['China 3991.6', 'Japan 2238.9'],
    ['China 4454.4', 'Japan 2167.4'],
    ['China 3200.8', 'Japan 2137.8'],
  ]);
  const [after] = await outcomesOf('largest-canola-buyer', 2);
  const [second] = after?.inputs[0]?.places.slice(1) ?? [];
  expect([second?.name, second?.value.value]).toEqual(['China', 1946.6]);
});

test('by value China is behind the United States but in 2017/18', async () => {
  const [outcome] = await outcomesOf('largest-canola-buyer', 4);
  expect(outcome?.byPeriod.map(({ period, value }) => [period, value])).toEqual([
    ['2013/14', 2],
    ['2014/15', 2],
    ['2015/16', 2],
    ['2016/17', 2],
    ['2017/18', 1],
    ['2018/19', 2],
  ]);
});

test('months in which China took no seed are told as such', async () => {
  const [outcome] = await outcomesOf('lose-china-market', 3);
  expect(outcome?.inputs[1]?.zeroMonths).toEqual(['2025-09', '2025-10']);
});

test('the Seagull abroad costs more than 13,650 in each of five markets', async () => {
  // 13,000 and a twentieth. Each list price ÷ its rate of June 2025 × 1.3668.
  const outcomes = await outcomesOf('chinese-ev-price', 3);
  expect(outcomes.map(({ limit }) => limit?.high)).toEqual([13650, 13650, 13650, 13650, 13650]);
  expect(outcomes.map(({ measured }) => measured?.value.toFixed(2))).toEqual([
    '21343.18', // 23,990 AUD ÷ 1.5363
    '28539.69', // 115,800 BRL ÷ 5.5458
    '36243.06', // 22,990 EUR ÷ 0.867
    '25797.76', // 359,000 MXN ÷ 19.0203
    '34610.75', // 18,650 GBP ÷ 0.7365
  ]);
});

const answers: [id: string, figures: string[]][] = [
  ['call-date', ['6 June 2025', '5 June 2025']],
  ['early-relations', ['22', '9th', '13 October 1970']],
  ['aluminium-tariff', ['0%', '50%', '30 days', '5 days']],
  ['second-partner', ['2nd', '3rd']],
  ['paid-real-money', ['fell by 71.4%']],
  ['share-stolen', ['95.9%', '92%', 'more than']],
  ['fuel-ban-2035', ['20%']],
  ['cheapest-ev', ['CAD 39,995', 'CAD 42,090']],
  ['chinese-ev-price', ['CAD 12,144', 'CAD 32,878', 'CAD 26,793']],
  ['us-dependence', ['72.3%', '68.5%', '76.3%']],
  ['lose-china-market', ['rose by 16.8%', 'fell by 10.5%']],
];

for (const [id, figures] of answers) {
  test(`the answer to ${id} says ${figures.join(', ')}`, async () => {
    const answer = answerOf(await realResult(id));
    for (const figure of figures) expect(answer).toContain(figure);
  });
}

test('no answer has a dash for a figure that the data have', async () => {
  const { claims } = await realCatalog();
  for (const { id } of claims.claims) {
    const answer = answerOf(await realResult(id));
    expect(answer, id).not.toMatch(/—|NaN|Infinity|undefined|[{}]/);
    expect(answer, id).toMatch(/^[A-Z].*\.$/);
  }
});

test('every row behind every reading stands in its table', async () => {
  const { claims, tables } = await realCatalog();
  const results = await Promise.all(claims.claims.map((claim) => realResult(claim.id)));
  const refs = results.flatMap(({ readings }) =>
    readings.flatMap(({ outcomes }) =>
      outcomes.flatMap(({ inputs: found }) => found.flatMap((input) => input.rows)),
    ),
  );
  expect(refs.length).toBeGreaterThan(4000);
  expect(refs.filter((ref) => rowAt(tables, ref).key !== ref.key)).toEqual([]);
  expect(() => rowAt(tables, { table: 'events', key: 'none' })).toThrow(/^events: no row "none"$/);
});
