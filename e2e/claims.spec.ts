import { expect, test } from '@playwright/test';
import { claims, parseCsv, words as wording } from './data';
import { allWords, hrefs, read, words } from './html';

/** What the pages say of claims, each with itself and with the others: read as the server sends them. */

/** The rules as the method page states them, over the results that a page shows. */
function verdictOf(results: string[]): string {
  const held = results.filter((result) => result === wording.results.holds).length;
  const [first] = results;
  if (first === wording.results.unsettled) return 'Cannot be settled with this data';
  if (first === wording.results.fails)
    return held > 0 ? 'Does not hold as worded' : 'Does not hold';
  if (held === results.length) return 'Holds';
  return held > results.length / 2 ? 'Mostly holds' : 'Holds only as worded';
}

for (const claim of claims) {
  test(`${claim.id}: quote, readings and verdict agree`, async ({ request }) => {
    const page = await read(request, `/claims/${claim.id}`);
    expect(page.querySelector('.quote mark')?.textContent).toBe(claim.quote);
    expect(words(page, '.place')).toBe(`Paragraph ${claim.paragraph}, commentary of June 2025`);
    expect(words(page, 'h1')).toBe(claim.restatement);

    const names = allWords(page, '.reading h3');
    expect(names).toEqual(claim.readings.map((reading) => reading.name));
    const questions = allWords(page, '.reading .question');
    expect(questions).toEqual(claim.readings.map((reading) => reading.question));

    const results = allWords(page, '.reading-result .result');
    for (const result of results) expect(Object.values(wording.results)).toContain(result);
    const held = results.filter((result) => result === 'holds').length;
    const verdict = verdictOf(results);
    expect(words(page, '.claim-head .verdict strong')).toBe(verdict);
    const count = `${held} of ${results.length} readings hold`;
    expect(words(page, '.claim-head .readings-sign')).toBe(count);
    expect(words(page, 'head > title')).toBe(`“${claim.quote}”: ${verdict} · Claimline`);

    expect(allWords(page, '.rail li a')).toEqual(
      results.map((result, index) => `${names[index]}: ${result}`),
    );
    const dots = page.querySelectorAll('.claim-head .dots .dot');
    expect(dots.map(({ classNames }) => classNames)).toEqual(
      results.map((result) => {
        const sign = { holds: 'dot-holds', 'does not hold': 'dot-fails' }[result];
        return expect.stringMatching(new RegExp(`\\b${sign ?? 'dot-unsettled'}\\b`));
      }),
    );
  });
}

test('the dashboard, its marks and claims.csv say what the pages of the claims say', async ({
  request,
}) => {
  const csv = parseCsv(await (await request.get('/claims.csv')).text()).rows;
  expect(csv.map((row) => row.id)).toEqual(claims.map(({ id }) => id));
  const dashboard = await read(request, '/');
  const cards = dashboard.querySelectorAll('.card');
  expect(cards.length).toBe(claims.length);
  const marks = allWords(dashboard, '.strip-marks a .visually-hidden');
  const counts: Record<string, number> = {};
  for (const [index, row] of csv.entries()) {
    const claim = claims[index];
    const verdict = wording.verdicts[row.verdict ?? ''] ?? '';
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    const card = cards.find((one) => hrefs(one, 'h2 a').includes(`/claims/${row.id}`));
    if (!card) throw new Error(`no card of ${row.id}`);
    expect(words(card, 'h2 a')).toBe(`“${claim?.quote}”`);
    expect(words(card, '.verdict strong')).toBe(verdict);
    expect(words(card, '.readings-sign')).toBe(
      `${row.readings_held} of ${row.readings} readings hold`,
    );
    expect(words(card, '.answer')).toBe(row.answer);
    expect(card.querySelectorAll('svg [data-mark]').length).toBeGreaterThan(0);
    expect(marks[index]).toBe(`“${claim?.quote}” ${verdict}`);

    const page = await read(request, `/claims/${row.id}`);
    expect(words(page, '.claim-head .verdict strong')).toBe(verdict);
    expect(words(page, '.claim-head .answer')).toBe(row.answer);
  }
  const said = allWords(dashboard, '.strip-counts li');
  expect(said.map((text) => Number.parseInt(text, 10))).toEqual(
    Object.keys(wording.verdicts).flatMap((id) => counts[wording.verdicts[id] ?? ''] ?? []),
  );
});

test('a filter shows the claims of one topic or one verdict, and says which', async ({
  request,
}) => {
  const csv = parseCsv(await (await request.get('/claims.csv')).text()).rows;
  const filters = hrefs(await read(request, '/'), '.filters a');
  expect(filters.length).toBeGreaterThan(5);
  for (const href of filters) {
    const page = await read(request, href);
    const [kind, value] = [...new URL(href, 'http://localhost').searchParams][0] ?? [];
    const wanted = csv.filter((row) => kind === undefined || row[kind] === value);
    expect(wanted.length, href).toBeGreaterThan(0);
    const shown = hrefs(page, '.card h2 a');
    expect(shown.toSorted(), href).toEqual(wanted.map(({ id }) => `/claims/${id}`).toSorted());
    expect(hrefs(page, '.filters [aria-current]')).toEqual([href]);
  }
});
