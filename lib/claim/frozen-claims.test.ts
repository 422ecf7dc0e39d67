import { expect, test } from '@playwright/test';
import { frozenResult } from '@/lib/data-fixture';
import { DAY } from '@/lib/table/period';
import { answerOf } from './answer';

/** Claims on the made-up data against figures worked out by hand from the files in `fixtures/data/tables`. */

type Expected = {
  id: string;
  verdict: string;
  /** `h` holds, `f` fails, `u` is unsettled. */
  results: string;
  /** What the first test of each reading measures; null where nothing is measured. */
  measured: (number | null)[];
  /** The readings that rest on figures from after June 2024. */
  later: number[];
  answer: string;
};

const claims: Expected[] = [
  {
    // inspection: Fort Duck 2024-06-01, Strelsau 2024-05-31; the leaflet says June 1.
    id: 'inspection-date',
    verdict: 'holds-in-part',
    results: 'hf',
    measured: [0, 1],
    later: [],
    answer:
      'In Fort Duck the inspection was on 1 June 2024, as the leaflet says; in Strelsau it was still 31 May 2024.',
  },
  {
    // orchard-treaty: two countries on one day in 1921, then Ruritania: third of five, and of four embassies.
    // From 1922-07-04 to 1931-07-04 9 × 365 + 2 leap days, less the 19 days from 1931-06-15 on.
    id: 'early-treaty',
    verdict: 'does-not-hold-as-worded',
    results: 'fhfh',
    measured: [60, 3, 75, 3268],
    later: [],
    answer:
      'Of 5 countries of the Bloc Ruritania was the 3rd to sign, on 4 July 1922: among the first three, but before Lyonesse.',
  },
  {
    // events: 0% from 2020 on, 10% from 2024-03-01, 20% from 2024-06-01; announced 02-01 and 05-28.
    // apple-exports, Freedonia: 8 + 8.5 + 9 = 25.5, then 7.25 + 0 + 4 = 11.25: −14.25 ÷ 25.5.
    id: 'levy-rise',
    verdict: 'mostly-holds',
    results: 'hhfh',
    measured: [20, -55.882353, 29, 4],
    later: [],
    answer:
      'The levy on apples rose from 0% to 20% in the first half of 2024; the first rise came 29 days after its announcement, the second 4 days after.',
  },
  {
    // cider-shipments, 2022/23: Freedonia 40 + 30.5 + 0 + 4.5 + 25 = 100, Sylvania 30: 100 of 130.
    // 2023/24, over in July 2024: Freedonia 12 + 3, Sylvania 45 + 15.
    id: 'best-buyer',
    verdict: 'holds',
    results: 'hhh',
    measured: [1, 2, 76.923077],
    later: [2],
    answer:
      'Freedonia took the most cider in crop year 2022/23, 76.9% of it; a year later it was 2nd.',
  },
  {
    // fruit-trade, Freedonia: 10 to 15 in six months of 2023, 75; 20 to 25 in six of 2024, 135.
    // 10 to 21 in 2023, 186, of 12 × 100; 135 of 6 × 100. Harvests: 41,000 and 32,800.
    id: 'lost-market',
    verdict: 'does-not-hold',
    results: 'fff',
    measured: [80, 7, -20],
    later: [3],
    answer:
      'Exports to Freedonia rose by 80% between the first halves of 2023 and 2024, and their share of all exports went from 15.5% to 22.5%.',
  },
  {
    // 54 marks ÷ 4 × 1.5; lowest at home 26; 21 dollars × 1.5; 20 × 1.12, with a fee stated for all of 2024.
    id: 'crate-price',
    verdict: 'holds-in-part',
    results: 'hffh',
    measured: [20.25, 26, 31.5, 22.4],
    later: [4],
    answer:
      'In Freedonia a crate costs 20.3 RTC, as the leaflet says; the cheapest at home in 2024 was 26 RTC, and in Sylvania a crate is 31.5 RTC.',
  },
  {
    // Apples: 40,000 t in 2022, 41,000 in 2023. Pears: 0 in 2023, no figure yet for 2024.
    id: 'growers-ruined',
    verdict: 'cannot-be-settled',
    results: 'ufuh',
    measured: [null, 2.5, null, 0],
    later: [3],
    answer:
      'No source says how many orchards were given up; the apple harvest rose in 2023 by 2.5%.',
  },
  {
    // Passed 2023-12-15, repealed 2024-09-01; the data are of 2025-03-01. 100 in 2028, a quarter of it dwarf trees.
    id: 'replanting-rule',
    verdict: 'holds-in-part',
    results: 'hffh',
    measured: [Date.UTC(2024, 5, 1) / DAY, 25, Date.UTC(2025, 2, 1) / DAY, 75],
    later: [3],
    answer:
      'The rule in force in June 2024 asked for every orchard from 2028, let dwarf trees fill up to 25 % of the target, and no longer stands.',
  },
];

for (const { id, verdict, results, measured, later, answer } of claims)
  test(`the claim ${id} is ${verdict}, as its rows give by hand`, async () => {
    const result = await frozenResult(id);
    expect(result.verdict).toBe(verdict);
    expect(result.readings.map((reading) => reading.result[0]).join('')).toBe(results);
    expect(result.held).toBe(results.split('h').length - 1);
    expect(result.readings.flatMap((one) => (one.later ? one.number : []))).toEqual(later);
    expect(answerOf(result)).toBe(answer);
    const found = result.readings.map(({ outcomes }) => outcomes[0]?.measured?.value ?? null);
    expect(found).toHaveLength(measured.length);
    found.forEach((value, index) => {
      const expected = measured[index] ?? null;
      if (expected === null) expect(value).toBe(null);
      else expect(value, `reading ${index + 1}`).toBeCloseTo(expected, 6);
    });
  });

const outcomesOf = async (id: string, reading: number) =>
  (await frozenResult(id)).readings[reading - 1]?.outcomes ?? [];

/** The figures that go into a reading, with their units. */
const inputs: [id: string, reading: number, values: string[]][] = [
  [
    'early-treaty',
    4,
    [`${Date.UTC(1922, 6, 4) / DAY} date`, `${Date.UTC(1931, 5, 15) / DAY} date`],
  ],
  ['levy-rise', 1, ['0 %', '20 %']],
  ['levy-rise', 2, ['25.5 RTC million', '11.25 RTC million']],
  ['lost-market', 2, ['15.5 %', '22.5 %']],
  ['lost-market', 3, ['41000 tonnes', '32800 tonnes']],
  ['crate-price', 1, ['20.25 RTC', '20 RTC']],
  ['growers-ruined', 3, ['null tonnes', '0 tonnes']],
  ['replanting-rule', 4, ['75 % of orchards']],
];

for (const [id, reading, values] of inputs)
  test(`reading ${reading} of ${id} is made from ${values.join(' and ')}`, async () => {
    const found = (await outcomesOf(id, reading)).flatMap((outcome) => outcome.inputs);
    expect(found.map(({ value, unit }) => `${value} ${unit}`)).toEqual(values);
  });

test('a ranking of several periods gives the place in each, and its lists', async () => {
  const [outcome] = await outcomesOf('best-buyer', 1);
  expect(outcome?.byPeriod).toEqual([
    { period: '2022-08..2022-10', value: 1, unit: 'place', result: 'holds' },
    { period: '2022/23', value: 1, unit: 'place', result: 'holds' },
  ]);
  const lists = outcome?.inputs.map(({ places }) =>
    places.map(({ place, name, value }) => `${place} ${name} ${value.value}`),
  );
  expect(lists).toEqual([
    ['1 Freedonia 70.5', '2 Sylvania 10'],
    ['1 Freedonia 100', '2 Sylvania 30'],
  ]);
});

test('a ranking of dates gives the better place to both of a tie', async () => {
  const [outcome] = await outcomesOf('early-treaty', 1);
  expect(outcome?.inputs[0]?.places.map(({ place, name }) => `${place} ${name}`)).toEqual([
    '1 Graustark',
    '1 Sylvania',
    '3 Ruritania',
    '4 Avalon',
    '5 Lyonesse',
  ]);
});

test('months in which no cider was shipped are told as such', async () => {
  const [outcome] = await outcomesOf('best-buyer', 3);
  // February has a row that says 0.
  expect(outcome?.inputs[0]?.parts[0]?.zeroMonths).toEqual([
    ...['2022-09', '2022-11', '2022-12', '2023-01', '2023-03', '2023-04', '2023-05', '2023-06'],
  ]);
});

test('a figure that is awaited is told as missing', async () => {
  const [outcome] = await outcomesOf('growers-ruined', 3);
  expect(outcome?.inputs[0]?.missing).toEqual(['Pears, 2024']);
});
