import { expect, test } from '@playwright/test';
import { type Claim, type Quantity, tableChartsFile } from '@/lib/claim/claim';
import { exportsTo, price } from '@/lib/claim/quantity-fixture';
import { catalogOf, chart, faultsOf } from './fixture';

/** The faults of a claim, without its own name. */
const faults = (more: Partial<Claim>): string[] =>
  faultsOf('texts/made-up-text.json', catalogOf(more)).map((line) =>
    line.replace('claim "made-up", ', ''),
  );

const charted = (definition: object): Claim['charts'] =>
  Object.values(tableChartsFile.parse({ x: { measure: 'Exports', ...definition } }));

const swift = { table: 'prices', where: { model: 'Swift', currency: 'CAD', basis: 'list' } };
const asked = (period: string): Quantity => ({
  ...{ kind: 'lowest', label: 'Lowest price', measure: 'price' },
  ...swift,
  period,
});

test('a superlative must rest on a quantity that compares', () => {
  const answer = 'In 2024 the lowest price was {low}';
  expect(faults({ answer, quantities: { low: asked('2024') } })).toEqual([]);
  expect(faults({ answer, quantities: { low: price('2024-02') } })).toEqual([
    'answer: "lowest" rests on no ranking and no lowest: "In 2024 the lowest price was"',
  ]);
});

test('a superlative rests on the values of its own clause, or of the branch that it stands in', () => {
  const quantities = { low: asked('2024'), other: price('2024-02') };
  const lines = (answer: string) => faults({ answer, quantities }).length;
  expect(lines('In 2024 it was {low}; the cheapest was {other}')).toBe(1);
  expect(lines('In 2024 it was {other}; the cheapest was {low}')).toBe(0);
  expect(lines('In 2024 {r1, select, holds {it was the largest} other {it was not}}: {low}')).toBe(
    1,
  );
});

test('words that only look like superlatives are left alone', () => {
  expect(faults({ answer: 'It fell in 2024, the first year, by 4 at most' })).toEqual([]);
});

test('the title of a chart must rest on what the claim or the chart compares', () => {
  const title = 'The lowest prices';
  expect(faults({ charts: charted({ ...chart, title }) })).toEqual([
    'chart "exports", title: "lowest" rests on no ranking and no lowest: "The lowest prices"',
  ]);
  const [china] = chart.series;
  const series = [{ ...china, quantity: asked('$period'), periods: ['2024-02'] }];
  expect(faults({ charts: charted({ ...chart, title, series }) })).toEqual([]);
});

const points = (more: object = {}) => ({
  ...chart,
  series: [
    {
      ...{ id: 'swift', label: 'Swift', tone: 'main', mark: 'points' },
      rows: { ...swift, measure: 'price', ...more },
    },
  ],
});

test('no chart of a claim may draw a lower figure than its lowest, of the same period and unit', () => {
  const lines = (period: string, definition: object) =>
    faults({ quantities: { low: asked(period) }, charts: charted(definition) });
  expect(lines('2024', points())).toEqual([]);
  const egrets = { model: ['Swift', 'Heron'], currency: 'CAD', basis: 'list' };
  expect(lines('2024-01..2024-03', points({ where: egrets }))).toEqual([
    'chart "exports": draws a lower figure than "Lowest price": 2024-02~Heron~CAD~list',
  ]);
  expect(lines('2024-06', points({ where: egrets }))).toEqual([]);
});

test('a chart shows every year that its title names, whatever the readings give', () => {
  const lines = (title: string) => faults({ charts: charted({ ...chart, title }) });
  expect(lines('Exports in 2024, in thousands 2,019 or 2019.5')).toEqual([]);
  expect(lines('Exports from 2019 to 2024')).toEqual([
    'chart "exports", title: names 2019, of which the chart shows nothing: "Exports from 2019 to 2024"',
  ]);
  expect(lines('{r1, select, holds {Exports} other {No exports in 2031}}')).toEqual([
    expect.stringMatching(/title: names 2031, .* \(where r1 is fails\)$/),
  ]);
});

test('a chart of rows shows the years of its rows, or of the dates on its axis', () => {
  const one = { id: 'one', label: 'One', tone: 'ink', quantity: price('2024-02') };
  const bars = {
    ...{ layout: 'by-row', id: 'bars', subtitle: 'S', mark: 'dot', references: [] },
    ...{ axis: { title: 'CAD' }, rows: [one] },
  };
  const lines = (more: object) => faults({ charts: charted({ ...bars, ...more }) }).length;
  expect(lines({ title: 'Prices of 2024' })).toBe(0);
  expect(lines({ title: 'Prices of 2023' })).toBe(1);
  const day = { ...one, quantity: { kind: 'day', label: 'Day', day: '2020-05-01' } };
  const dated = { axis: { title: 'Date', time: true }, rows: [day] };
  expect(lines({ ...dated, title: 'Begun in 2020' })).toBe(0);
  expect(lines({ ...dated, title: 'Begun in 2024' })).toBe(1);
});

test('an answer names a year wherever its readings are settled', () => {
  expect(faults({ answer: 'It fell' })).toEqual(['answer: names no year: "It fell"']);
  const branches = '{r1, select, holds {It fell in 2024} fails {It rose} other {Not known}}';
  expect(faults({ answer: branches })).toEqual([
    'answer: names no year: "It rose" (where r1 is fails)',
  ]);
  expect(faults({ answer: branches.replace('It rose', 'It rose on 8 March 2024') })).toEqual([]);
});

test('an event whose conditions no row meets together is reported', () => {
  const event = (actor: string) => ({
    ...{ table: 'events', label: 'Ended', where: { event: 'ended', actor } },
  });
  const lines = (actor: string) =>
    faults({ charts: charted({ ...chart, events: [event(actor)] }) });
  expect(lines('Ottawa')).toEqual([]);
  expect(lines('Washington')).toEqual([
    'chart "exports", event 1: draws no line: no dated row meets its conditions',
  ]);
});

test('the label of a quantity must rest on the quantity', () => {
  const low = { ...price('2024-02'), label: 'Lowest price' };
  expect(faults({ quantities: { low } })).toEqual([
    'quantities.low.label: "lowest" rests on no ranking and no lowest: "Lowest price"',
  ]);
});

test('an answer from figures of two bases names at least one of them', () => {
  const payments = exportsTo('China', '2024-01') as Extract<Quantity, { kind: 'sum' }>;
  const quantities = {
    one: exportsTo('China', '2024-01'),
    two: { ...payments, where: { ...payments.where, basis: 'payments' } },
  };
  const lines = (answer: string) => faults({ answer, quantities });
  expect(lines('In 2024 it was {one} or {two}')).toEqual([
    'answer: uses figures of trade by "customs" and "payments", and names neither',
  ]);
  expect(lines('In 2024 it was {one} by customs, or {two}')).toEqual([]);
  expect(lines('In 2024 it was {one}, {one_abs}')).toEqual([]);
});
