import { expect, type Locator, test } from '@playwright/test';
import { claims, parseCsv, texts, words } from './data';

test.describe.configure({ mode: 'parallel', timeout: 90_000 });

const textOf = async (place: Locator) => ((await place.textContent()) ?? '').trim();

/** The rules as the method page states them, over the results that a page shows. */
function verdictOf(results: string[]): string {
  const held = results.filter((result) => result === words.results.holds).length;
  const [first] = results;
  if (first === words.results.unsettled) return 'Cannot be settled with this data';
  const allFail = results.every((result) => result === words.results.fails);
  if (first === words.results.fails) return allFail ? 'Does not hold' : 'Does not hold as worded';
  if (held === results.length) return 'Holds';
  return held > results.length / 2 ? 'Mostly holds' : 'Holds in part';
}

for (const claim of claims) {
  test(`${claim.id}: quote, readings and verdict agree`, async ({ page }) => {
    await page.goto(`/claims/${claim.id}`);
    expect(await page.locator('.quote mark').textContent()).toBe(claim.quote);
    await expect(page.locator('.place')).toContainText(
      `Paragraph ${claim.paragraph}, ${claim.text.kind} of `,
    );
    await expect(page.locator('.place a').first()).toHaveAttribute(
      'href',
      `/texts/${claim.text.id}`,
    );
    await expect(page.locator('h1')).toHaveText(claim.restatement);

    const inRole = (role: string) => claim.readings.filter((reading) => reading.role === role);
    const inOrder = [...inRole('words'), ...inRole('context')];
    const names = await page.locator('.reading h3').allTextContents();
    expect(names).toEqual(inOrder.map((reading) => reading.name));
    const questions = await page.locator('.reading .question').allTextContents();
    expect(questions).toEqual(inOrder.map((reading) => reading.question));

    const shown = await page.locator('.reading-result .result').allTextContents();
    const all = shown.map((text) => text.trim());
    for (const result of all) expect(Object.values(words.results)).toContain(result);
    const results = all.slice(0, inRole('words').length);
    const held = results.filter((result) => result === 'holds').length;
    const verdict = verdictOf(results);
    await expect(page.locator('.claim-head .verdict strong')).toHaveText(verdict);
    if (held > 0 && held < results.length && !claim.verdict_line)
      await expect(page.locator('.claim-head .readings-sign')).toContainText(
        `${held} of ${results.length} ways`,
      );
    expect(await page.title()).toBe(`“${claim.quote}”: ${verdict} · Claimline`);

    const beside = await page.locator('.rail li a').allTextContents();
    expect(beside).toEqual(all.map((result, index) => `${names[index]}: ${result}`));
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
  const lines = new Map<string, string>();
  for (const [index, row] of csv.entries()) {
    const claim = claims[index];
    const verdict = words.verdicts[row.verdict ?? ''] ?? '';
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    const card = page.locator('.card').filter({ has: page.locator(`a[href="/claims/${row.id}"]`) });
    await expect(card.locator('h3 a')).toHaveText(`“${claim?.quote}”`);
    await expect(card.locator('.verdict strong')).toHaveText(verdict);
    const line = await textOf(card.locator('.readings-sign'));
    lines.set(row.id ?? '', line);
    await expect(card.locator('.dot')).toHaveCount(Number(row.readings));
    await expect(card.locator('.dot-holds')).toHaveCount(Number(row.readings_held));
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
    expect(await textOf(page.locator('.claim-head .readings-sign'))).toBe(lines.get(row.id ?? ''));
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
      .locator('.card h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect([...shown].sort(), href).toEqual(wanted.map(({ id }) => `/claims/${id}`).sort());
    await expect(page.locator('.filters [aria-current]')).toHaveAttribute('href', href);
    await expect(page.locator('.filters [aria-current]')).toHaveCount(1);
  }
});

for (const text of texts)
  test(`the page of ${text.id} has its claims by topic, what is unrated, and leads on`, async ({
    page,
  }) => {
    await page.goto(`/texts/${text.id}`);
    await expect(page.locator('h1')).toHaveText(text.title);
    const shown = await page.locator('.card h3 a').allTextContents();
    const wanted = text.topics.flatMap((topic) =>
      text.claims.filter((claim) => claim.topic === topic).map(({ quote }) => `“${quote}”`),
    );
    expect(shown).toEqual(wanted);
    await expect(page.locator('.unrated li')).toHaveCount(text.unrated.length);
    await page.goto('/');
    await page.getByRole('link', { name: text.title, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/texts/${text.id}$`));
  });

for (const old of ['/?verdict=holds-only-as-worded', '/by/verdict/holds-only-as-worded'])
  test(`${old} leads to the verdict that has taken its place`, async ({ request }) => {
    const answer = await request.get(old, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toMatch(/\/\?verdict=holds-in-part$/);
  });
