import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { everyKind, SERIES } from './kinds';
import { rotated } from './matrix';
import { type Site, startSite } from './site-process';
import { faultsOf, hydrated } from './visit';

/** Two servers behind one address, one that other tests use too: nothing that one of them keeps matters to the other. */

let sites: { base: string; port: number }[] = [];
let begun: Site;
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

test.beforeAll(async ({ baseURL: base = '' }) => {
  begun = await startSite();
  sites = [{ base, port: Number(new URL(base).port) }, begun];
  for (const path of used) expect((await fetch(sites[0]?.base + path)).status, path).toBe(200);
  front = balancer();
  await new Promise<void>((resolve) => {
    front.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  front.close();
  await begun.end();
});

const OF_CONNECTION = ['date', 'connection', 'keep-alive'];

test('they answer alike to the byte, and what one has told the other need not tell again', async ({
  request,
}) => {
  const addresses = everyKind.filter((path) => path !== '/health');
  for (const [turn, path] of addresses.entries())
    for (const encoding of rotated(['br', 'identity'], turn)) {
      const headers = { 'Accept-Encoding': encoding };
      const answers = await Promise.all(
        sites.map(async ({ base }) => {
          const response = await request.get(base + path, { headers });
          const told = Object.entries(response.headers()).filter(
            ([name]) => !OF_CONNECTION.includes(name),
          );
          return { status: response.status(), told, body: await response.body() };
        }),
      );
      const [one, other] = answers;
      expect(one?.told, path).toEqual(other?.told);
      expect(one?.body.equals(other?.body ?? Buffer.alloc(0)), path).toBe(true);
      const { etag = '' } = Object.fromEntries(one?.told ?? []);
      const again = await request.get(sites[1]?.base + path, {
        headers: { ...headers, 'If-None-Match': etag },
      });
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
