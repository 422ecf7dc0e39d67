import { expect, type Page } from '@playwright/test';
import axeCore from 'axe-core';

type Asked = { within?: string; rules?: string[] };

/** What axe finds wrong in the page as it stands: up to three elements for each rule. */
export async function axe(page: Page, asked: Asked = {}): Promise<string[]> {
  // What a test evaluates is let pass by the page's policy.
  await page.evaluate(axeCore.source);
  const { rules, faults } = await page.evaluate(async ({ within, rules }: Asked) => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { passes, violations } = await axe.run(within ?? document, {
      resultTypes: ['violations'],
      ...(rules ? { runOnly: rules } : {}),
    });
    return {
      rules: passes.length + violations.length,
      faults: violations.flatMap(({ id, nodes }) =>
        nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      ),
    };
  }, asked);
  if (rules === 0) throw new Error('axe had nothing to look at');
  return faults;
}

export async function expectAccessible(page: Page, within?: string): Promise<void> {
  const part = within === undefined ? {} : { within };
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await axe(page, part), 'light').toEqual([]);
  // Nothing but colours depends on the scheme.
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await axe(page, { ...part, rules: ['color-contrast'] }), 'dark').toEqual([]);
}
