import { expect, test } from '@playwright/test';
import { claims, parseCsv, texts, words as wording } from './data';
import { allWords, hrefs, read, words } from './html';

/** What the pages say of claims, each with itself and with the others: read as the server sends them. */

/** The rules as the method page states them, over the results that a page shows. */
function verdictOf(results: string[]): string {
  const held = results.filter((result) => result === wording.results.holds).length;
  const [first] = results;
  if (first === wording.results.unsettled) return 'Cannot be settled with this data';
  const allFail = results.every((result) => result === wording.results.fails);
  if (first === wording.results.fails) return allFail ? 'Does not hold' : 'Does not hold as worded';
  if (held === results.length) return 'Holds';
  return held > results.length / 2 ? 'Mostly holds' : 'Holds in part';
}

for (const claim of claims) {
  test(`${claim.id}: quote, readings and verdict agree`, async ({ request }) => {
    const page = await read(request, `/claims/${claim.id}`);
    expect(page.querySelector('.quote mark')?.textContent).toBe(claim.quote);
    const place = claim.paragraph === undefined ? '' : `Paragraph ${claim.paragraph}, `;
    expect(words(page, '.place')).toContain(`${place}${claim.text.kind} of `);
    expect(hrefs(page, '.place a')[0]).toBe(`/texts/${claim.text.id}`);
    expect(words(page, 'h1')).toBe(claim.restatement);

    const inRole = (role: string) => claim.readings.filter((reading) => reading.role === role);
    const inOrder = [...inRole('words'), ...inRole('context')];
    const names = allWords(page, '.reading h3');
    expect(names).toEqual(inOrder.map((reading) => reading.name));
    const questions = allWords(page, '.reading .question');
    expect(questions).toEqual(inOrder.map((reading) => reading.question));

    const all = allWords(page, '.reading-result .result');
    for (const result of all) expect(Object.values(wording.results)).toContain(result);
    const results = all.slice(0, inRole('words').length);
    const held = results.filter((result) => result === 'holds').length;
    const verdict = verdictOf(results);
    expect(words(page, '.claim-head .verdict strong')).toBe(verdict);
    if (held > 0 && held < results.length && !claim.verdict_line)
      expect(words(page, '.claim-head .readings-sign')).toContain(
        `${held} of ${results.length} ways`,
      );
    expect(words(page, 'head > title')).toBe(`“${claim.quote}”: ${verdict} · Claimline`);

    expect(allWords(page, '.rail li a')).toEqual(
      all.map((result, index) => `${names[index]}: ${result}`),
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
    const card = cards.find((one) => hrefs(one, 'h3 a').includes(`/claims/${row.id}`));
    if (!card) throw new Error(`no card of ${row.id}`);
    expect(words(card, 'h3 a')).toBe(`“${claim?.quote}”`);
    expect(words(card, '.verdict strong')).toBe(verdict);
    expect(card.querySelectorAll('.dot').length).toBe(Number(row.readings));
    expect(card.querySelectorAll('.dot-holds').length).toBe(Number(row.readings_held));
    expect(words(card, '.answer')).toBe(row.answer);
    expect(card.querySelectorAll('svg [data-mark]').length).toBeGreaterThan(0);
    expect(marks[index]).toBe(`“${claim?.quote}” ${verdict}`);

    const page = await read(request, `/claims/${row.id}`);
    expect(words(page, '.claim-head .verdict strong')).toBe(verdict);
    expect(words(page, '.claim-head .answer')).toBe(row.answer);
    expect(words(page, '.claim-head .readings-sign')).toBe(words(card, '.readings-sign'));
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
    const shown = hrefs(page, '.card h3 a');
    expect(shown.toSorted(), href).toEqual(wanted.map(({ id }) => `/claims/${id}`).toSorted());
    expect(hrefs(page, '.filters [aria-current]')).toEqual([href]);
  }
});

for (const text of texts)
  test(`the page of ${text.id} has its claims by topic, what is unrated, and is led to`, async ({
    request,
  }) => {
    const page = await read(request, `/texts/${text.id}`);
    expect(words(page, 'h1')).toBe(text.title);
    const wanted = text.topics.flatMap((topic) =>
      text.claims.filter((claim) => claim.topic === topic).map(({ quote }) => `“${quote}”`),
    );
    expect(allWords(page, '.card h3 a')).toEqual(wanted);
    expect(page.querySelectorAll('.unrated li').length).toBe(text.unrated.length);
    expect(hrefs(await read(request, '/'), 'a')).toContain(`/texts/${text.id}`);
  });

for (const old of ['/?verdict=holds-only-as-worded', '/by/verdict/holds-only-as-worded'])
  test(`${old} leads to the verdict that has taken its place`, async ({ request }) => {
    const answer = await request.get(old, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toMatch(/\/\?verdict=holds-in-part$/);
  });
