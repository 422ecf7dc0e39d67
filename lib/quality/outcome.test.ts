import { expect, test } from '@playwright/test';
import { linesOf } from './outcome';
import { parseRecord } from './record';

const record = (figures: object[]) =>
  parseRecord(
    'tests.json',
    JSON.stringify({
      measured: '2026-01-02T03:04:05.000Z',
      machine: { cpu: 'A', cores: 2, node: '20.20.2' },
      figures,
    }),
  );

const load = (value: number, held: boolean) =>
  linesOf('load', [record([{ measure: 'views-p95', value, held }]), undefined])[0];

test('linesOf(group, records) says what was measured, what it may be, and whether it was held', () => {
  expect(load(99.94, true)).toMatchObject({
    measured: '99.9 ms',
    most: '100 ms',
    outcome: 'within',
  });
  expect(load(99, false)?.outcome).toContain('not held');
  expect(load(100.1, false)?.outcome).toBe('over its budget');
});

test('linesOf(group, records) has a line for what no record has', () => {
  const [dashboard, ...rest] = linesOf('weight', [undefined, record([])]);
  expect(dashboard).toMatchObject({ measured: '', most: '100 kB', outcome: 'not measured yet' });
  expect(rest).toHaveLength(5);
});

test('parseRecord(name, text) refuses what no command writes, naming the file', () => {
  expect(parseRecord('tests.json', undefined)).toBeUndefined();
  expect(() => record([{ measure: 'beauty', value: 1, held: true }])).toThrow('tests.json');
  expect(() => record([{ measure: 'html', value: -1, held: true }])).toThrow('tests.json');
  expect(() => parseRecord('bench.json', '{')).toThrow('bench.json');
});
