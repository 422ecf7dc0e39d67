import { expect, test } from '@playwright/test';
import type { Quantity } from './claim';
import { evaluated, exportsTo } from './quantity-fixture';

type Rank = Extract<Quantity, { kind: 'rank' }>;

const rank = (subject: string, period: string, more: Partial<Rank> = {}) =>
  evaluated({
    kind: 'rank',
    label: `${subject} among markets`,
    subject,
    each: {
      table: 'trade',
      where: { flow: 'exports', basis: 'customs' },
      dimension: 'partner',
      except: ['Peru'],
    },
    value: exportsTo('$each', period),
    order: 'highest-first',
    ...more,
  });

const placesOf = ({ places }: ReturnType<typeof rank>) =>
  places.map(({ place, name, value }) => [place, name, value.value]);

test('evaluate(rank) sets the names in order and gives the place of the subject', () => {
  // January and February: China 10 + 20, Chile 10 + 25, Japan 7 + 8, Kenya 12 + 1.
  const japan = rank('Japan', '2024-01..2024-02');
  expect([japan.value, japan.unit]).toEqual([3, 'place']);
  expect(placesOf(japan)).toEqual([
    [1, 'Chile', 35],
    [2, 'China', 30],
    [3, 'Japan', 15],
    [4, 'Kenya', 13],
  ]);
});

test('evaluate(rank) gives equal values the better place and leaves the next one out', () => {
  // January: Kenya 12, China 10, Chile 10, Japan 7.
  expect(rank('China', '2024-01').value).toBe(2);
  expect(rank('Chile', '2024-01').value).toBe(2);
  expect(placesOf(rank('Japan', '2024-01'))).toEqual([
    [1, 'Kenya', 12],
    [2, 'China', 10],
    [2, 'Chile', 10],
    [4, 'Japan', 7],
  ]);
});

test('evaluate(rank) lowest first counts from the smallest', () => {
  const lowest = rank('Japan', '2024-01', { order: 'lowest-first' });
  expect(placesOf(lowest)).toEqual([
    [1, 'Japan', 7],
    [2, 'China', 10],
    [2, 'Chile', 10],
    [4, 'Kenya', 12],
  ]);
});

test('evaluate(rank) leaves out what is excepted', () => {
  const each = { table: 'trade', where: { basis: 'customs' }, dimension: 'partner' };
  const few = rank('China', '2024-01', { each: { ...each, except: ['Kenya', 'Peru', 'Chile'] } });
  expect(placesOf(few)).toEqual([
    [1, 'China', 10],
    [2, 'Japan', 7],
  ]);
});

test('evaluate(rank) with any figure missing is null and names it', () => {
  const china = rank('China', '2024-01..2024-03');
  expect(china.value).toBe(null);
  expect(china.missing).toEqual(['Japan, 2024-03', 'Chile, 2024-03', 'Kenya, 2024-03']);
});

test('evaluate(rank) names the rows of every place', () => {
  expect(rank('Japan', '2024-01').rows.map((ref) => ref.key)).toEqual([
    '2024-01~Kenya~exports~customs',
    '2024-01~China~exports~customs',
    '2024-01~Chile~exports~customs',
    '2024-01~Japan~exports~customs',
  ]);
});

test('evaluate(rank) refuses a subject that is not in the list', () => {
  expect(() => rank('Chad', '2024-01')).toThrow('"Chad among markets": "Chad" is not in the list');
  expect(() => rank('Peru', '2024-03')).toThrow('"Peru" is not in the list');
});

test('evaluate(rank) puts a day earlier than another before it', () => {
  const first = evaluated({
    kind: 'rank',
    label: 'Days',
    subject: 'ended',
    each: { table: 'events', where: { actor: 'Ottawa' }, dimension: 'event' },
    value: { kind: 'date', label: '{each}', table: 'events', where: { event: '$each' } },
    order: 'lowest-first',
  });
  expect(first.places.map(({ place, name }) => [place, name])).toEqual([
    [1, 'announced'],
    [2, 'begun'],
    [3, 'ended'],
  ]);
  expect(first.value).toBe(3);
});
