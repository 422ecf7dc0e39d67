import { existsSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import words from '../data/words/quality.json';

/** `/quality` shows what stands in `quality/`, whatever it is, and nothing else. */

type Figure = { measure: keyof typeof words.measures; value: number; at?: string };
type Told = {
  measured: string;
  command?: string;
  machine: { cpu: string; cores: number; node: string };
  figures: Figure[];
  loads?: object[];
};

const COMMANDS = {
  tests: 'npm test',
  bench: 'npm run bench',
  memory: 'npm run bench:memory',
  policy: 'npm run bench:policy',
};

const told = (name: string): Told | undefined => {
  const file = `quality/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

const cells = (page: Page): Promise<string[][]> =>
  page.locator('section:has(> h2:not(#loads)) tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const [name, ...cells] = [...row.children];
      const where = name?.querySelector('.at')?.textContent ?? '';
      return [name?.firstChild, ...cells].map((one) => one?.textContent ?? '').concat(where);
    }),
  );

const SCALE: Record<string, number> = { kB: 1000, '%': 0.01 };

/** Read back from the page: the number, and half a step of its last digit. */
function readBack(text: string): { value: number; off: number } {
  const [, digits = '', unit = ''] = /^([\d,.]+)\s*(\D*)$/.exec(text) ?? [];
  const scale = SCALE[unit] ?? 1;
  const decimals = digits.split('.')[1]?.length ?? 0;
  // Noughts at the end are not written: at most one digit after the point, of seconds two, of a score three.
  const step = 10 ** -Math.max(decimals, 1);
  return { value: Number(digits.replaceAll(',', '')) * scale, off: 0.51 * step * scale };
}

test('each figure of the records stands there, and what they have not is not measured yet', async ({
  page,
}) => {
  await page.goto('/quality');
  const lines = new Map((await cells(page)).map(([what = '', ...rest]) => [what, rest]));
  const figures = Object.keys(COMMANDS).flatMap((name) => told(name)?.figures ?? []);
  expect([...lines.keys()].toSorted()).toEqual(Object.values(words.measures).toSorted());
  for (const { measure, value, at } of figures) {
    const [measured = '', , , where] = lines.get(words.measures[measure]) ?? [];
    const shown = readBack(measured);
    expect(Math.abs(shown.value - value), `${measure}: ${measured}`).toBeLessThanOrEqual(shown.off);
    expect(where, measure).toBe(at ?? '');
    lines.delete(words.measures[measure]);
  }
  for (const [what, [measured, , outcome]] of lines)
    expect([measured, outcome], what).toEqual(['', 'not measured yet']);
});

test('each command’s day and machine stand there', async ({ page }) => {
  await page.goto('/quality');
  for (const [name, command] of Object.entries(COMMANDS)) {
    const line = page.locator('main > p', {
      has: page.getByText(told(name)?.command ?? command, { exact: true }),
    });
    const record = told(name);
    if (record) {
      const { cpu, node } = record.machine;
      const day = new Date(record.measured).toLocaleDateString('en-GB', {
        ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
      });
      for (const part of [day, cpu, node]) await expect(line).toContainText(part);
    } else await expect(line).toContainText('Not measured yet.');
  }
  await expect(page.locator('section:has(> #loads) tbody tr')).toHaveCount(
    told('bench')?.loads?.length ?? 0,
  );
});

test('the method and the foot of each page lead there', async ({ page }) => {
  for (const place of ['main', '.site-footer']) {
    await page.goto('/method');
    await page.locator(`${place} a[href="/quality"]`).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Quality' })).toBeVisible();
  }
});

test('where there is room, no table of figures is cut', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/quality');
  const widths = await page
    .locator('.scroll')
    .evaluateAll((tables) =>
      tables.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    );
  expect(widths.length).toBeGreaterThan(5);
  expect(Math.max(...widths)).toBe(0);
});
