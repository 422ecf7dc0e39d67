import { expect, test } from '@playwright/test';
import { applyView } from '@/lib/view/apply-view';
import { viewCsv } from '@/lib/view/csv';
import type { ByRow, StepsForm } from './input';
import { stepRows } from './steps';

const at = (day: string) => Date.parse(day);

const form: StepsForm = {
  label: 'Price in Freedonia',
  amount: 200,
  rows: ['prices#a'],
  day: '2021-06-01',
  rates: [
    { label: 'Duty', dated: [{ from: -8.64e15, percent: 10, rows: ['rules#duty'] }] },
    {
      label: 'Surtax',
      dated: [
        { from: at('2021-01-01'), percent: 50, rows: ['rules#begun'] },
        { from: at('2022-01-01'), percent: 0, rows: ['rules#ended'] },
      ],
    },
  ],
};

const told = (own: Parameters<typeof stepRows>[1]) =>
  stepRows(form, own).map(({ label, value, rows }) => [label, Number(value?.toFixed(6)), ...rows]);

test('stepRows adds the rates in force on the day, each in per cent of the amount', () => {
  expect(told({})).toEqual([
    ['Price in Freedonia', 200, 'prices#a'],
    ['Duty, +10%', 220, 'rules#duty'],
    ['Surtax, +50%', 320, 'rules#begun'],
  ]);
});

test('a rate is in force from its own day until the day of the next', () => {
  const last = (day: string) => told({ day }).at(-1);
  expect(last('1960-05-05')).toEqual(['Duty, +10%', 220, 'rules#duty']);
  expect(last('2020-12-31')).toEqual(['Duty, +10%', 220, 'rules#duty']);
  expect(last('2021-01-01')).toEqual(['Surtax, +50%', 320, 'rules#begun']);
  expect(last('2021-12-31')).toEqual(['Surtax, +50%', 320, 'rules#begun']);
  expect(last('2022-01-01')).toEqual(['Surtax, +0%', 220, 'rules#ended']);
});

test('a reader’s own amount and steps have no row; a step is in per cent of all before it', () => {
  expect(told({ amount: 100, step: [25, 10] })).toEqual([
    ['The reader’s own amount', 100],
    ['Duty, +10%', 110, 'rules#duty'],
    ['Surtax, +50%', 160, 'rules#begun'],
    ['The reader’s own step 1, +25%', 200],
    ['The reader’s own step 2, +10%', 220],
  ]);
});

const chart: ByRow = {
  ...{ id: 'steps', layout: 'by-row', mark: 'bar', title: 'Price plus duty', subtitle: 'Ours' },
  references: [],
  axis: { title: 'CAD', zero: true },
  rows: [],
  form,
};

test('a view with own values says so in its title, and has each step with its row in the file', () => {
  const { input, declined } = applyView(chart, { step: [25] });
  expect(declined).toEqual([]);
  expect(input.title).toBe('Price plus duty: values of the reader’s own');
  expect(viewCsv([input]).split('\n').slice(1, 5)).toEqual([
    'steps,Price in Freedonia,,,200,CAD,prices#a',
    'steps,"Duty, +10%",,,220,CAD,rules#duty',
    'steps,"Surtax, +50%",,,320,CAD,rules#begun',
    'steps,"The reader’s own step 1, +25%",,,400,CAD,',
  ]);
});

test('a chart without a form declines own values, and without own values it stays ours', () => {
  const { form: _, ...plain } = chart;
  const { input, declined } = applyView(plain, { amount: 5, step: [1] });
  expect(input).toEqual(plain);
  expect(declined.map(({ name, why }) => [name, why])).toEqual([
    ['amount', 'steps'],
    ['step', 'steps'],
  ]);
  expect(applyView(chart, {}).input).toBe(chart);
});
