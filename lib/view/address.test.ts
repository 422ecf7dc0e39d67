import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import fc from 'fast-check';
import { type Chosen, chosenHref, parseChosen, unsettled } from './chosen';
import { UNITS } from './units';
import { type Parameters, parseView, type View, viewHref } from './view';

/** Whatever a reader may choose comes back from its address; whatever stands in an address can be read. */

const year = fc.integer({ min: 1000, max: 9998 });
const two = (number: number) => String(number).padStart(2, '0');

const period = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, half]) => `${y}-H${half}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, quarter]) => `${y}-Q${quarter}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, month]) => `${y}-${two(month)}`),
  year.map((y) => `${y}/${two((y + 1) % 100)}`),
  fc
    .date({ min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

const startOf = (text: string) =>
  text.includes('/') ? `${text.slice(0, 4)}-08` : text.slice(0, 10);

/** Two ends of which the first does not begin after the second, told apart here by their years alone. */
const time = fc.oneof(
  fc.constant({ from: 'earliest', to: 'latest' }),
  period.map((from) => ({ from, to: 'latest' })),
  period.map((to) => ({ from: 'earliest', to })),
  fc
    .tuple(period, period)
    .filter(([from, to]) => startOf(from).slice(0, 4) < startOf(to).slice(0, 4))
    .map(([from, to]) => ({ from, to })),
);

/** Any text may stand in an id but what joins them; half a surrogate has no place in an address. */
const id = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => !text.includes('~') && text.isWellFormed());

const one = <T extends string>(...values: T[]) => fc.constantFrom(...values);

const arbitraries: { [K in keyof View]-?: fc.Arbitrary<NonNullable<View[K]>> } = {
  time,
  series: fc.array(id, { maxLength: 14 }),
  hide: fc.array(id, { minLength: 1, maxLength: 14 }),
  units: one(...UNITS),
  base: period,
  scale: one('linear', 'log'),
  currency: fc.stringMatching(/^[A-Z]{3}$/),
  freq: one('year'),
  form: one('line', 'bars', 'points', 'multiples'),
  tab: one('chart', 'table'),
  amount: fc.integer({ min: 1, max: 1e11 }).map((cents) => cents / 100),
  day: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  step: fc.array(
    fc.integer({ min: 0, max: 100_000 }).map((part) => part / 100),
    { minLength: 1, maxLength: 5 },
  ),
  v: fc.stringMatching(/^[0-9a-f]{10}$/),
};

const view = fc.record(arbitraries, { requiredKeys: [], noNullPrototype: true });

const PLAIN: Record<string, unknown> = {
  units: 'lin',
  scale: 'linear',
  form: 'line',
  tab: 'chart',
};

const withoutDefaults = (all: View): View =>
  Object.fromEntries(Object.entries(all).filter(([key, value]) => PLAIN[key] !== value));

const read = (href: string): Parameters =>
  Object.fromEntries(new URL(href, 'http://localhost').searchParams);

for (const key of Object.keys(arbitraries) as (keyof View)[])
  test(`parseView(viewHref({ ${key} })) is { ${key} } again`, () => {
    fc.assert(
      fc.property(arbitraries[key] as fc.Arbitrary<never>, (value) => {
        const asked = withoutDefaults({ [key]: value });
        assert.deepEqual(parseView(read(viewHref('/x', asked))), { view: asked, ignored: [] });
      }),
      { numRuns: 300 },
    );
  });

const chosen = fc.record(
  {
    view,
    limits: fc.dictionary(
      fc.integer({ min: 1, max: 9 }).map(String),
      fc.integer({ min: -9999, max: 9999 }).map((hundredths) => hundredths / 100),
      { noNullPrototype: true },
    ),
    words: fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => text.isWellFormed()),
    page: fc.integer({ min: 1, max: 999 }),
  },
  { noNullPrototype: true },
);

test('parseChosen(chosenHref(chosen)) is what was chosen, all parameters at once', () => {
  fc.assert(
    fc.property(chosen, (all) => {
      const asked = { ...all, view: withoutDefaults(all.view) } as Omit<Chosen, 'ignored'>;
      assert.deepEqual(parseChosen(read(chosenHref('/x', asked))), { ...asked, ignored: [] });
    }),
    { numRuns: 1000 },
  );
});

test('an address that chosenHref writes needs no shorter one', () => {
  fc.assert(
    fc.property(chosen, (all) => {
      const asked = { ...all, view: withoutDefaults(all.view) } as Omit<Chosen, 'ignored'>;
      assert.equal(unsettled(read(chosenHref('/x', asked))), false);
    }),
  );
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('..', '__proto__', 'NaN', '2024..', '..', '2024-13', '~', '%00', '1e999'),
  period,
);

test('any text in any parameter is a value or is named as ignored, and never throws', () => {
  const keys = [...Object.keys(arbitraries), 'from', 'to', 'q', 'page', 'r1', 'r9', 'nonsense'];
  const parameters = fc.dictionary(
    fc.constantFrom(...keys),
    fc.oneof(anyText, fc.array(anyText, { minLength: 2, maxLength: 3 })),
  );
  fc.assert(
    fc.property(parameters, (all) => {
      const found = parseChosen(all);
      for (const key of Object.keys(arbitraries))
        if (Object.hasOwn(all, key) && key !== 'time')
          assert.notEqual(Object.hasOwn(found.view, key), found.ignored.includes(key), key);
      // What was understood can be written and understood again.
      const { ignored: _, ...understood } = found;
      if (!found.words.isWellFormed() || found.view.series?.some((one) => !one.isWellFormed()))
        return;
      const again = parseChosen(read(chosenHref('/x', understood)));
      assert.deepEqual(again.ignored, []);
      assert.deepEqual(again.view, withoutDefaults(found.view));
    }),
    { numRuns: 2000 },
  );
});

test('parseView takes what is not its own for nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), anyText), (all) => {
      const own = new Set(Object.keys(arbitraries));
      const strange = Object.fromEntries(Object.entries(all).filter(([key]) => !own.has(key)));
      assert.deepEqual(parseView(strange), { view: {}, ignored: [] });
    }),
  );
});
