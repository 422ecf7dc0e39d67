import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { everyKind, SERIES } from './kinds';
import { type Site, startSite } from './site-process';
import { faultsOf, hydrated } from './visit';

/** Two servers behind one address: nothing that one of them keeps matters to the other. */

let sites: Site[] = [];
let front: Server;
let address = '';

/** A load balancer at its simplest: to each in turn. */
function balancer(): Server {
  let turn = 0;
  return createServer((request, response) => {
    turn += 1;
    const { method, url, headers } = request;
    const port = sites[turn % sites.length]?.port;
    ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    }).end();
  });
}

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** Views that share parts with those of `everyKind`: a server keeps parts from one view to the next. */
const used = ['2008', '2012', '2016'].flatMap((year) => [
  `/claims/share-stolen?time=${year}..latest`,
  `/tables/trade-by-partner?time=${year}..2024`,
  `/chart?series=${SERIES}&time=${year}..2024`,
]);

test.beforeAll(async () => {
  sites = [await startSite(), await startSite()];
  for (const path of used) expect((await fetch(sites[0]?.base + path)).status, path).toBe(200);
  front = balancer();
  await new Promise<void>((resolve) => {
    front.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  front.close();
  await Promise.all(sites.map((site) => site.end()));
});

const OF_CONNECTION = ['date', 'connection', 'keep-alive'];

test('they answer alike to the byte, the one in use and the one just begun', async ({
  request,
}) => {
  for (const path of everyKind.filter((path) => path !== '/health'))
    for (const encoding of ['br', 'identity']) {
      const answers = await Promise.all(
        sites.map(async ({ base }) => {
          const response = await request.get(base + path, {
            headers: { 'Accept-Encoding': encoding },
          });
          const headers = Object.entries(response.headers()).filter(
            ([name]) => !OF_CONNECTION.includes(name),
          );
          return { status: response.status(), headers, body: await response.body() };
        }),
      );
      const [one, other] = answers;
      expect(one?.headers, path).toEqual(other?.headers);
      expect(one?.body.equals(other?.body ?? Buffer.alloc(0)), path).toBe(true);
    }
});

test('what one has told the other need not tell again', async ({ request }) => {
  for (const path of everyKind.filter((path) => path !== '/health')) {
    const etag = (await request.get(sites[0]?.base + path)).headers().etag ?? '';
    const again = await request.get(sites[1]?.base + path, { headers: { 'If-None-Match': etag } });
    expect(again.status(), path).toBe(304);
  }
});

test('a page whose parts come from both is whole', async ({ page }) => {
  const faults = faultsOf(page);
  for (const path of ['/', '/claims/share-stolen?time=2018..latest', `/chart?series=${SERIES}`]) {
    await page.goto(address + path);
    await hydrated(page);
    await expect(page.locator('h1')).toHaveCount(1);
  }
  await page.locator('.site-header').getByRole('link', { name: 'Data' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  expect(faults).toEqual([]);
});
