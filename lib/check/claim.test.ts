import { expect, test } from '@playwright/test';
import type { Claim, Quantity, Test } from '@/lib/claim/claim';
import { exportsTo, stated } from '@/lib/claim/quantity-fixture';
import { catalogOf, compare, faultsOf } from './fixture';

/** The faults of a claim, without its own name. */
const faults = (more: Partial<Claim>): string[] =>
  faultsOf('texts/made-up-text.json', catalogOf(more)).map((line) =>
    line.replace('claim "made-up", ', ''),
  );

const reading = (...tests: Test[]): Pick<Claim, 'readings'> => ({
  readings: [{ role: 'words', name: 'As worded', question: 'Did it?', tests }],
});

const china = exportsTo('China', '2024-01') as Extract<Quantity, { kind: 'sum' }>;

const ranked = (more: object): Test => ({
  kind: 'rank',
  rank: {
    ...{ kind: 'rank', label: 'China', subject: 'China', order: 'highest-first' },
    each: { table: 'trade', where: { flow: 'exports' }, dimension: 'partner' },
    value: { ...china, label: '{each}', where: { ...china.where, partner: '$each' } },
    ...more,
  },
  as: 'place',
  relation: 'equal',
  threshold: { value: 1, unit: 'place', reason: 'First is first.' },
});

test('a sound claim has no faults', () => {
  expect(faults({})).toEqual([]);
});

const slips: [what: string, value: object, line: string][] = [
  ['table', { table: 'trad' }, 'table: no table "trad"; did you mean "trade"?'],
  [
    'column',
    { where: { partnr: 'China' } },
    'where.partnr: no column "partnr" in trade; did you mean "partner"?',
  ],
  [
    'value',
    { where: { partner: ['China', 'Jpan'] } },
    'where.partner: no row of trade has "Jpan"; did you mean "Japan"?',
  ],
  ['measure', { measure: 'vlue' }, 'measure: no measure "vlue" in trade; did you mean "value"?'],
  ['period', { period: '2024-13' }, 'period: not a period: "2024-13"'],
  [
    'placeholder that nothing fills',
    { period: '$period' },
    'period: not a period: "$period"; only a series over periods, a ranking over periods and a list fill it in',
  ],
];

for (const [what, slip, line] of slips)
  test(`an unknown ${what} is reported with the path of its quantity`, () => {
    const part = { ...china, ...slip };
    const value: Quantity = { kind: 'share', label: 'Share', part, whole: china };
    expect(faults(reading({ ...compare, value, than: stated(5, '%') }))).toEqual([
      `reading 1, test 1, value.part.${line}`,
    ]);
  });

test('all faults of a claim are reported at once', () => {
  const value: Quantity = {
    ...{ kind: 'difference', label: 'More' },
    from: { ...china, table: 'trad' },
    less: { ...china, measure: 'vlue', period: '2024-13' },
  };
  const side = { ...china, table: 'prics' };
  const lines = faults({
    ...reading(compare, { ...compare, value }),
    conflicts: [{ about: 'Prices', sides: [china, side] }],
    paragraph: 2,
  });
  expect(lines).toEqual([
    'reading 1, test 2, value.from.table: no table "trad"; did you mean "trade"?',
    'reading 1, test 2, value.less.measure: no measure "vlue" in trade; did you mean "value"?',
    'reading 1, test 2, value.less.period: not a period: "2024-13"',
    'conflict 1, side 2, table: no table "prics"; did you mean "prices"?',
    'paragraph: 2, but the text has 1',
  ]);
});

test('a fault without a wrong name is reported for the innermost quantity, or for the reading', () => {
  const value: Quantity = {
    ...{ kind: 'raised', label: 'Raised' },
    amount: { kind: 'difference', label: 'Mixed', from: china, less: stated(1, 'CAD') },
    by: stated(1, '%'),
  };
  expect(faults(reading({ ...compare, value }))).toEqual([
    'reading 1, test 1, value.amount: "Mixed": CAD million and CAD cannot be set against each other',
  ]);
  expect(faults(reading({ ...compare, than: stated(1, 'CAD') }))).toEqual([
    'reading 1: "China": CAD million against CAD',
  ]);
});

test('the list of a ranking is checked: dimension, subject, exceptions, and the value of each name', () => {
  const each = { table: 'trade', where: { flow: 'exports' }, dimension: 'partner' };
  const lines = (more: object) => faults(reading(ranked(more)));
  expect(lines({ each: { ...each, dimension: 'partners' } })).toEqual([
    'reading 1, test 1, rank.each.dimension: no column "partners" in trade; did you mean "partner"?',
  ]);
  expect(lines({ subject: 'Chyna', each: { ...each, except: ['Chili'] } })).toEqual([
    'reading 1, test 1, rank.subject: no row of trade has "Chyna"; did you mean "China"?',
    'reading 1, test 1, rank.each.except: no row of trade has "Chili"; did you mean "Chile"?',
  ]);
  expect(lines({ value: { ...china, measure: 'vlue' } })).toEqual([
    'reading 1, test 1, rank.value.measure: no measure "vlue" in trade; did you mean "value"?',
  ]);
});

test('a placeholder that nothing fills is reported, in any text that a reader sees', () => {
  const value: Quantity = {
    kind: 'share',
    label: 'Share',
    part: { ...china, label: 'To China, {period}' },
    whole: china,
  };
  const lines = faults({
    ...reading({ ...compare, value, than: stated(5, '%') }),
    restatement: 'It fell in {year}.',
  });
  expect(lines).toEqual([
    expect.stringMatching(/^restatement: "\{year\}" would reach a reader: "It fell in \{year\}\."/),
    expect.stringMatching(/^reading 1, test 1, input 1, part 1, label: "\{period\}" would reach/),
  ]);
});

const messages: [what: string, answer: string, line: RegExp][] = [
  ['a syntax error', 'It fell {r1', /^answer: EXPECT_ARGUMENT_CLOSING_BRACE/],
  ['an unknown value', '{r7}', /^answer: no value \{r7\}; did you mean "r1"\?$/],
  [
    'an unknown value in a branch not taken today',
    '{r1, select, holds {It fell} other {It fell by {r1_vale}}}',
    /^answer: no value \{r1_vale\}; did you mean "r1_value"\?$/,
  ],
  [
    'a branch that is never taken',
    '{r1, select, hold {It fell} other {It did not}}',
    /^answer: r1 is never "hold"; did you mean "holds"\?$/,
  ],
  [
    'a placeholder in quotes',
    "It fell in '{period}'",
    /^answer: "\{period\}" would reach a reader/,
  ],
  [
    'no text for one outcome',
    '{r1, select, holds {It fell} fails {It did not} other {}}',
    /^answer: becomes an empty text \(where r1 is unsettled\)$/,
  ],
  [
    'a gap for one outcome',
    'It {r1, select, holds {fell} other {}}.',
    /^answer: has a gap in "It \." \(where r1 is fails\)$/,
  ],
  [
    'no number for one outcome',
    '{r1, select, holds {It came} fails {It came} other {It came {r1_n, selectordinal, other {#th}}}}',
    /^answer: "NaN" would reach a reader: .*\(where r1 is unsettled\)$/,
  ],
];

for (const [what, answer, line] of messages)
  test(`a message with ${what} is reported`, () => {
    expect(faults({ answer })).toEqual([expect.stringMatching(line)]);
  });

test('a table that could not be read is not reported again by claims', () => {
  const catalog = catalogOf({});
  catalog.tables.delete('trade');
  expect(faultsOf('texts/made-up-text.json', catalog)).toEqual([]);
});
