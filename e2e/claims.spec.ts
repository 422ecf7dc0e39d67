import { expect, type Locator, test } from '@playwright/test';
import { claims, parseCsv, words } from './data';

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

const textOf = async (place: Locator) => ((await place.textContent()) ?? '').trim();

/** The rules as the method page states them, over the results that a page shows. */
function verdictOf(results: string[]): string {
  const held = results.filter((result) => result === words.results.holds).length;
  const [first] = results;
  if (first === words.results.unsettled) return 'Cannot be settled with this data';
  if (first === words.results.fails) return held > 0 ? 'Does not hold as worded' : 'Does not hold';
  if (held === results.length) return 'Holds';
  return held > results.length / 2 ? 'Mostly holds' : 'Holds only as worded';
}

for (const claim of claims) {
  test(`${claim.id}: quote, readings and verdict agree`, async ({ page }) => {
    await page.goto(`/claims/${claim.id}`);
    expect(await page.locator('.quote mark').textContent()).toBe(claim.quote);
    await expect(page.locator('.place')).toHaveText(
      `Paragraph ${claim.paragraph}, commentary of June 2025`,
    );
    await expect(page.locator('h1')).toHaveText(claim.restatement);

    const names = await page.locator('.reading h3').allTextContents();
    expect(names).toEqual(claim.readings.map((reading) => reading.name));
    const questions = await page.locator('.reading .question').allTextContents();
    expect(questions).toEqual(claim.readings.map((reading) => reading.question));

    const shown = await page.locator('.reading-result .result').allTextContents();
    const results = shown.map((text) => text.trim());
    for (const result of results) expect(Object.values(words.results)).toContain(result);
    const held = results.filter((result) => result === 'holds').length;
    const verdict = verdictOf(results);
    await expect(page.locator('.claim-head .verdict strong')).toHaveText(verdict);
    const count = `${held} of ${results.length} readings hold`;
    expect(await textOf(page.locator('.claim-head .readings-sign'))).toBe(count);
    expect(await page.title()).toBe(`“${claim.quote}”: ${verdict} · Claimline`);

    const beside = await page.locator('.rail li a').allTextContents();
    expect(beside).toEqual(results.map((result, index) => `${names[index]}: ${result}`));
    const dots = page.locator('.claim-head .dots .dot');
    await expect(dots).toHaveCount(results.length);
    for (const [index, result] of results.entries()) {
      const sign = { holds: 'dot-holds', 'does not hold': 'dot-fails' }[result] ?? 'dot-unsettled';
      await expect(dots.nth(index)).toHaveClass(new RegExp(`\\b${sign}\\b`));
    }
  });
}

test('the dashboard, its marks and claims.csv say what the pages of the claims say', async ({
  page,
  request,
}) => {
  const csv = parseCsv(await (await request.get('/claims.csv')).text()).rows;
  expect(csv.map((row) => row.id)).toEqual(claims.map(({ id }) => id));
  await page.goto('/');
  const marks = await page.locator('.strip-marks a .visually-hidden').allTextContents();
  const counts: Record<string, number> = {};
  for (const [index, row] of csv.entries()) {
    const claim = claims[index];
    const verdict = words.verdicts[row.verdict ?? ''] ?? '';
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    const card = page.locator('.card').filter({ has: page.locator(`a[href="/claims/${row.id}"]`) });
    await expect(card.locator('h2 a')).toHaveText(`“${claim?.quote}”`);
    await expect(card.locator('.verdict strong')).toHaveText(verdict);
    expect(await textOf(card.locator('.readings-sign'))).toBe(
      `${row.readings_held} of ${row.readings} readings hold`,
    );
    await expect(card.locator('.answer')).toHaveText(row.answer ?? '');
    expect(await card.locator('svg [data-mark]').count()).toBeGreaterThan(0);
    expect(marks[index]).toBe(`“${claim?.quote}” ${verdict}`);
  }
  await expect(page.locator('.card')).toHaveCount(claims.length);
  const said = await page.locator('.strip-counts li').allTextContents();
  expect(said.map((text) => Number.parseInt(text.trim(), 10))).toEqual(
    Object.keys(words.verdicts).flatMap((id) => counts[words.verdicts[id] ?? ''] ?? []),
  );

  for (const row of csv) {
    await page.goto(`/claims/${row.id}`);
    await expect(page.locator('.claim-head .verdict strong')).toHaveText(
      words.verdicts[row.verdict ?? ''] ?? '',
    );
    await expect(page.locator('.claim-head .answer')).toHaveText(row.answer ?? '');
  }
});

test('a filter shows the claims of one topic or one verdict, and says which', async ({
  page,
  request,
}) => {
  const csv = parseCsv(await (await request.get('/claims.csv')).text()).rows;
  await page.goto('/');
  const hrefs = await page
    .locator('.filters a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.length).toBeGreaterThan(5);
  for (const href of hrefs) {
    await page.goto(href);
    const [kind, value] = [...new URL(href, 'http://localhost').searchParams][0] ?? [];
    const wanted = csv.filter((row) => kind === undefined || row[kind] === value);
    expect(wanted.length, href).toBeGreaterThan(0);
    const shown = await page
      .locator('.card h2 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect([...shown].sort(), href).toEqual(wanted.map(({ id }) => `/claims/${id}`).sort());
    await expect(page.locator('.filters [aria-current]')).toHaveAttribute('href', href);
    await expect(page.locator('.filters [aria-current]')).toHaveCount(1);
  }
});
