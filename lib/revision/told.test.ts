import { expect, test } from '@playwright/test';
import type { Revision } from './revisions';
import { revisionTold } from './told';

const state = (id: string, previous: string | null, day: string): Revision => ({
  ...{ id, previous, day, created: `${day}T09:00:00Z` },
  ...{ kind: previous ? 'import' : 'by-hand', changes: [] },
});
const hashes = { file: 'july.csv', before: '1', after: '2' };
const log: Revision[] = [
  state('aaa', null, '2026-11-23'),
  {
    ...state('bbb', 'aaa', '2026-12-05'),
    changes: [{ table: 'trade', added: 1600, revised: 1, gone: 0, ...hashes }],
  },
];
const told = (asked: string, revision = 'bbb') =>
  revisionTold(log, asked, { revision, day: '2026-12-05' }, (table) => `The ${table}`);

test('revisionTold counts the rows of each table', () => {
  const { lead, tables, byHand } = told('aaa');
  expect(lead).toContain('revision aaa of 23 November 2026');
  expect(lead).toContain('revision bbb of 5 December 2026');
  expect(tables).toEqual(['The trade: 1,600 rows added, 1 revised, 0 gone.']);
  expect(byHand).toBe(false);
});

test('revisionTold says that a revision is unknown', () => {
  expect(told('zzz').lead).toContain('zzz, which is not in the log');
  expect(told('zzz').tables).toEqual([]);
});

test('revisionTold tells of a present state that the log does not have', () => {
  expect(told('bbb', 'ccc')).toMatchObject({ tables: [], byHand: true });
});
