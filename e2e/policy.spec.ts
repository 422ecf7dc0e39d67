import { expect, test } from '@playwright/test';
import { pages, pagesInTurn, views } from './addresses';
import { statcan } from './import-files';
import { give, openImport, whatWasRead } from './import-visit';
import { asked, askedRoutes, everyKind } from './kinds';
import { cases } from './matrix';
import { faultsOf, hydrated, policyFaultsOf } from './visit';

/** Content-Security-Policy: strict in words, and no page breaks it. */

const shownPages = [
  ...pages.map(({ address }) => address),
  '/chart',
  '/embed/no-such-file',
  ...Object.entries(asked).flatMap(([route, addresses]) =>
    /^\/(views\/.*page|embed)/.test(route) ? addresses : [],
  ),
  '/claims/share-stolen.svg',
];

const directives = (policy: string): Map<string, string> =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...rest] = directive.split(' ');
      return [name, rest.join(' ')];
    }),
  );

test('every kind of address that there is is among those tested', () => {
  expect(askedRoutes.filter((route) => !Object.hasOwn(asked, route))).toEqual([]);
});

test('every answer has a strict policy', async ({ request }) => {
  const others = ['/no-such-page', '/claims/share-stolen?units=lin', '/%', '/embed/host.js'];
  for (const address of [...everyKind, ...shownPages, ...others]) {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    const policy = headers['content-security-policy'] ?? '';
    const told = directives(policy);
    expect(policy, address).not.toMatch(/unsafe|\*(?!$)|https?:|data:|blob:/);
    expect(told.get('default-src'), address).toBe("'none'");
    expect(told.get('object-src'), address).toBe("'none'");
    expect(told.get('base-uri'), address).toBe("'none'");
    const framed = /^\/embed\/(claims\/share|tables\/trade|chart)/.test(address);
    expect(told.get('frame-ancestors'), address).toBe(framed ? '*' : "'none'");
    expect(headers['x-frame-options'], address).toBe(framed ? undefined : 'DENY');
  }
});

/** Those that are no pages of the site's frame: its pages are tested with all else that is asked of them. */
const framed = shownPages.filter((address) => /^\/embed|\.svg$/.test(address));
const visited = [...pagesInTurn.map(({ address }) => address), ...views];

for (const address of cases(shownPages, (one) => framed.includes(one)))
  if (!visited.includes(address))
    test(`${address} keeps to its policy`, async ({ page }) => {
      const faults = await policyFaultsOf(page);
      await page.goto(address, { waitUntil: 'networkidle' });
      if (!framed.includes(address)) await hydrated(page);
      expect(faults).toEqual([]);
    });

test('the worker that reads a file runs under a policy of its own', async ({ page }) => {
  const faults = faultsOf(page);
  const policies = new Map<string, string>();
  page.on('response', (response) => {
    policies.set(response.url(), response.headers()['content-security-policy'] ?? '');
  });
  const begun = page.waitForEvent('worker');
  await openImport(page);
  await give(page, { name: 'given.csv', text: statcan() });
  const worker = await begun;
  await expect(whatWasRead(page)).toBeVisible();
  expect(faults).toEqual([]);
  const told = directives(policies.get(worker.url().replace(/[?#].*/, '')) ?? '');
  expect(told.get('script-src')).toBe("'self'");
  expect(told.get('connect-src')).toBe("'self'");
  // In a task of its own: what a test evaluates is let pass by the browser.
  const made = await worker.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return "made"')());
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
  );
  expect(made).toBe('EvalError');
});

test('a script that a text would bring along does not run', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => violations.push(message.text()));
  for (const address of ['/claims/share-stolen', '/claims/share-stolen?time=2018..latest']) {
    await page.route(
      (url) => url.pathname + url.search === address,
      async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace('</h1>', '</h1><script>ran = 1</script>');
        await route.fulfill({ response, body: html.replace('<p', '<p onclick="ran = 1"') });
      },
    );
    await page.goto(address);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  }
  expect(violations.join('\n')).toContain('Content Security Policy');
});
