import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { Agent, get } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { everyKind, SERIES } from './kinds';
import { rawGet } from './raw';
import { builtFolder, startSite } from './site-process';

/** The folder that the build makes is all that a server needs; and how one comes and goes. */

test.describe.configure({ timeout: 120_000 });

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const stable = major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
const PERMISSION = stable ? '--permission' : '--experimental-permission';

/** What was written after the build had ended. */
function writtenSince(): string[] {
  const { mtimeMs: built } = statSync('.next/built-from');
  return readdirSync(builtFolder, { recursive: true, encoding: 'utf8' }).filter((file) => {
    const one = statSync(join(builtFolder, file));
    return one.isFile() && one.mtimeMs > built;
  });
}

test('it writes nothing, though it might', async () => {
  const site = await startSite();
  for (const address of everyKind) await fetch(site.base + address);
  await site.end();
  expect(writtenSince()).toEqual([]);
});

test('it runs from a copy of its folder, and reads nothing outside', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'claimline-')));
  cpSync(builtFolder, folder, { recursive: true, dereference: true });
  const flags = [PERMISSION, `--allow-fs-read=${folder}/*`];
  const site = await startSite({ folder, flags });
  try {
    for (const address of everyKind)
      expect((await fetch(site.base + address)).status, address).toBe(200);
    const page = await (await fetch(site.base)).text();
    for (const file of new Set(page.match(/\/_next\/static\/[^"\\]+\.(js|css|woff2)/g)))
      expect((await fetch(site.base + file)).status, file).toBe(200);
    for (const path of ['/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd'])
      expect([308, 400, 404], path).toContain((await rawGet(site.base, path)).status);
  } finally {
    await site.end();
    rmSync(folder, { recursive: true });
  }
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

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  test(`${signal} under load loses no request and ends the server within ten seconds`, async () => {
    const site = await startSite();
    const readers = Array.from({ length: 4 }, (_, number) => reader(site.port, number));
    await delay(1500);
    const began = Date.now();
    const code = await site.end(signal);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(code).toBe(0);
    const asks = (await Promise.all(readers)).flat();
    const outcomes = (from: number, to: number) =>
      asks.filter(({ at }) => at >= from && at < to).map(({ outcome }) => outcome);
    expect(new Set(outcomes(0, began))).toEqual(new Set(['whole']));
    // On a busy machine nobody may ask again as soon as this.
    expect(outcomes(began, began + OPEN_MS).filter((outcome) => outcome !== 'whole')).toEqual([]);
    expect(outcomes(began, Number.POSITIVE_INFINITY)).not.toContain('lost');
  });

test('its log is a line of JSON for each request, and quiet when asked to be', async () => {
  const [site, silent] = await Promise.all([
    startSite(),
    startSite({ env: { CLAIMLINE_LOG: 'off' } }),
  ]);
  for (const { base } of [site, silent]) {
    await fetch(`${base}/chart?series=${SERIES}&q=words+of+a+reader&utm=secret`);
    await fetch(`${base}/no-such-page`, { method: 'POST' });
  }
  await Promise.all([site.end(), silent.end()]);
  const lines = site.log().trim().split('\n');
  const told = lines.map((line) => JSON.parse(line)).filter(({ path }) => path !== '/robots.txt');
  expect(told).toMatchObject([
    { method: 'GET', path: '/chart', query: { series: SERIES }, status: 200 },
    { method: 'POST', path: '/no-such-page', status: 405 },
  ]);
  for (const { ms, at } of told)
    expect([typeof ms, Number.isNaN(Date.parse(at))]).toEqual(['number', false]);
  expect(site.log()).not.toMatch(/words|secret/);
  expect(silent.log()).toBe('');
});

test('it listens where it is told', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
  test.skip(!outside, 'a machine without a network');
  const site = await startSite({ env: { HOST: '127.0.0.1' } });
  const refused = await fetch(`http://${outside}:${site.port}/`).catch(() => 'refused');
  await site.end();
  expect(refused).toBe('refused');
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
  const site = await startSite();
  const env = { NODE_ENV: 'production' as const, PORT: String(site.port) };
  const check = () =>
    promisify(execFile)(process.execPath, health?.slice(1) ?? [], { env }).then(
      () => 0,
      ({ code }) => code,
    );
  expect(await check()).toBe(0);
  await site.end();
  expect(await check()).toBe(1);
});

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
