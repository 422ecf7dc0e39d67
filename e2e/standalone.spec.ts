import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { freePort } from '../scripts/port.mjs';
import { SERIES } from './kinds';
import { builtFolder, type Site, startSite } from './site-process';

/** How a server comes, tells of itself, and goes. */

test.describe.configure({ timeout: 120_000 });

let site: Site;

test.beforeAll(async () => {
  site = await startSite();
});

test.afterAll(() => site?.end());

test('it listens where it is told', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
  test.skip(!outside, 'a machine without a network');
  const refused = await fetch(`http://${outside}:${site.port}/`).catch(() => 'refused');
  expect(refused).toBe('refused');
});

const askTwice = async (base: string) => {
  await fetch(`${base}/chart?series=${SERIES}&q=words+of+a+reader&utm=secret`);
  await fetch(`${base}/no-such-page`, { method: 'POST' });
};

test('its log is a line of JSON for each request', async () => {
  await askTwice(site.base);
  const told = () =>
    site
      .log()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line))
      .filter(({ path }) => path !== '/robots.txt');
  await expect.poll(told).toMatchObject([
    { method: 'GET', path: '/chart', query: { series: SERIES }, status: 200 },
    { method: 'POST', path: '/no-such-page', status: 405 },
  ]);
  for (const { ms, at } of told())
    expect([typeof ms, Number.isNaN(Date.parse(at))]).toEqual(['number', false]);
  expect(site.log()).not.toMatch(/words|secret/);
});

type Ask = { outcome: 'whole' | 'refused' | 'lost'; at: number };

/** `refused` never reached the server: a load balancer would ask another one. */
const ask = (port: number, path: string, agent: Agent): Promise<Ask> =>
  new Promise((resolve) => {
    const at = Date.now();
    const end = (outcome: Ask['outcome']) => resolve({ outcome, at });
    const request = get({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.on('end', () => end(response.complete ? 'whole' : 'lost')).resume();
      response.on('error', () => end('lost'));
    });
    request.on('error', ({ code }: NodeJS.ErrnoException) =>
      // A new connection that the system still kept in line when the server stopped is reset: nobody had read it.
      end(
        code === 'ECONNREFUSED' || (code === 'ECONNRESET' && !request.reusedSocket)
          ? 'refused'
          : 'lost',
      ),
    );
  });

/** Asks again and again until nobody is there; each address is another view, so that each is work. */
async function reader(port: number, number: number): Promise<Ask[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const asks: Ask[] = [];
  while (asks.at(-1)?.outcome !== 'refused' && asks.length < 10_000) {
    const path = `/chart?series=${SERIES}&r9=${number}${asks.length}`;
    asks.push(await ask(port, path, agent));
  }
  agent.destroy();
  return asks;
}

/** For so long after the signal new readers are let in (server/drain.ts lets them in longer). */
const OPEN_MS = 250;

async function expectToEndUnderLoad(one: Site, signal: NodeJS.Signals): Promise<void> {
  const readers = Array.from({ length: 4 }, (_, number) => reader(one.port, number));
  await delay(500);
  const began = Date.now();
  const code = await one.end(signal);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(code).toBe(0);
  const asks = (await Promise.all(readers)).flat();
  const outcomes = (from: number, to: number) =>
    asks.filter(({ at }) => at >= from && at < to).map(({ outcome }) => outcome);
  expect(new Set(outcomes(0, began))).toEqual(new Set(['whole']));
  // On a busy machine nobody may ask again as soon as this.
  expect(outcomes(began, began + OPEN_MS).filter((outcome) => outcome !== 'whole')).toEqual([]);
  expect(outcomes(began, Number.POSITIVE_INFINITY)).not.toContain('lost');
}

test('SIGINT under load loses no request and ends the server within ten seconds, its log is quiet when asked to be', async () => {
  const silent = await startSite({ env: { CLAIMLINE_LOG: 'off' } });
  await askTwice(silent.base);
  await expectToEndUnderLoad(silent, 'SIGINT');
  expect(silent.log()).toBe('');
});

test('/health tells version, revision and the check of the data, and is never kept', async ({
  request,
}) => {
  const response = await request.get('/health');
  expect(response.headers()['cache-control']).toBe('no-store');
  const { status, version, data } = await response.json();
  expect({ status, check: data.check }).toEqual({ status: 'ok', check: 'passed' });
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const html = await (await request.get('/')).text();
  expect(html).toContain(data.revision);
});

/** A command of the Dockerfile, as it is written there: JSON after `CMD`. */
const dockerCommands = (): string[][] =>
  [...readFileSync('Dockerfile', 'utf8').matchAll(/^\s*CMD (\[.*\])$/gm)].map(([, list]) =>
    JSON.parse(list ?? '[]'),
  );

test('the check of health in the Dockerfile tells a server from none', async () => {
  const [health] = dockerCommands();
  const check = (port: number) => {
    const env = { NODE_ENV: 'production' as const, PORT: String(port) };
    return promisify(execFile)(process.execPath, health?.slice(1) ?? [], { env }).then(
      () => 0,
      ({ code }) => code,
    );
  };
  expect(await check(site.port)).toBe(0);
  expect(await check(await freePort())).toBe(1);
});

test('SIGTERM under load loses no request and ends the server within ten seconds', () =>
  expectToEndUnderLoad(site, 'SIGTERM'));

test('whatever the Dockerfile copies is there once the site is built', () => {
  const named = [
    ...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY (?:--from=\w+ )?(.+) \S+$/gm),
  ]
    .flatMap(([, sources = '']) => sources.split(' '))
    .map((source) => source.replace(/^\/site\//, ''));
  expect(named).toContain('.next/standalone');
  expect(named.filter((source) => !existsSync(source))).toEqual([]);
  expect(existsSync(join(builtFolder, 'server.js'))).toBe(true);
});

test('the Dockerfile runs the server by itself, as nobody special, shut into its folder', () => {
  const file = readFileSync('Dockerfile', 'utf8');
  const last = file.slice(file.lastIndexOf('FROM '));
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^WORKDIR \/site$/m);
  expect(dockerCommands().at(-1)).toEqual([
    'node',
    '--permission',
    '--allow-fs-read=/site/*',
    'server.js',
  ]);
});
