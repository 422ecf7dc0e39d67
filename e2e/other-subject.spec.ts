import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { link, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { writeOtherSubject } from '@/lib/other-subject-fixture';
import { type Site, startSite } from './site-process';

/** The site on a subject of its own: another folder of data, and not a word of the one that is shipped. */

const OURS =
  /canad|chin(a|ese)|canola|rapeseed|yuan|\b(CNY|CAD|USD)\b|dollar|beijing|ottawa|commentary|tariff|electric car/i;

const SERIES = 'series=lamps:east:lit~lamps:west:lit';

/** What is made when it is asked for, whatever data the build was of. */
const VIEWS = [
  '/claims/east-dark?time=2021..latest',
  '/claims/east-dark.csv?time=2021..latest',
  '/claims/west-lit.svg?size=wide&time=2021..latest',
  '/tables/lamps?units=pch',
  `/chart?${SERIES}`,
  `/chart.csv?${SERIES}`,
  `/chart.svg?${SERIES}`,
];

/** Pages of the site itself, which say nothing of lamps. */
const ITSELF = ['/about', '/tables/revisions'];

/** What else the build makes. */
const PAGES = [
  ...['/', '/?topic=lamps', '/texts/sermon', '/claims/east-dark', '/claims/west-lit', '/chart'],
  ...['/tables', '/tables/lamps', '/tables/sources', '/method'],
  ...['/feed.xml', '/sitemap.xml', '/claims.csv', '/claims/east-dark.json', '/datapackage.json'],
  ...['/claims/east-dark.svg', '/tables/lamps.csv', '/embed/claims/west-lit'],
];

let data = '';
test.beforeAll(async () => {
  data = realpathSync(mkdtempSync(join(tmpdir(), 'claimline-data-')));
  await writeOtherSubject(data);
});
test.afterAll(() => rmSync(data, { recursive: true }));

async function expectNoneOfOurs({ base }: Site, addresses: string[]): Promise<void> {
  for (const address of addresses) {
    const response = await fetch(base + address);
    const text = await response.text();
    expect(response.status, `${address}: ${text.slice(0, 200)}`).toBe(200);
    expect(/lamps|lights|coast/i.test(text), address).toBe(!ITSELF.includes(address));
    expect.soft(OURS.exec(text)?.[0], address).toBeUndefined();
  }
}

test('views of another subject name nothing of ours, and offer no money where it has none', async () => {
  const site = await startSite({ env: { CLAIMLINE_DATA: data } });
  try {
    await expectNoneOfOurs(site, VIEWS);
    const chart = await (await fetch(`${site.base}/chart?${SERIES}`)).text();
    expect(chart).toContain('name="units"');
    expect(chart).not.toContain('name="currency"');
    const turned = await fetch(`${site.base}/chart.csv?${SERIES}&currency=EUR`);
    expect(turned.status).toBe(400);
  } finally {
    await site.end();
  }
});

/** As hard links: a link to the folder leads out of the tree, which Next refuses. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else await link(source, target);
  }
}

const SOURCES = [
  ...['app', 'components', 'data/words', 'lib', 'public', 'quality', 'scripts', 'server'],
  ...['next.config.js', 'package.json', 'package-lock.json', 'tsconfig.json'],
];

/** Builds the sources, without their data, in a folder of their own. */
async function buildIn(tree: string): Promise<void> {
  for (const name of SOURCES) cpSync(name, join(tree, name), { recursive: true });
  await linkTree('node_modules', join(tree, 'node_modules'));
  await promisify(execFile)(process.execPath, ['scripts/build-site.mjs'], {
    cwd: tree,
    env: { ...process.env, CLAIMLINE_DATA: data },
  });
}

test('a site built of another subject names nothing of ours', async () => {
  test.skip(process.env.TEST_ALL !== '1', 'builds the site once more, as npm run test:all does');
  test.setTimeout(900_000);
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'claimline-tree-')));
  try {
    await buildIn(tree);
    const folder = join(tree, '.next/standalone');
    const site = await startSite({ folder, env: { CLAIMLINE_DATA: data } });
    await expectNoneOfOurs(site, [...ITSELF, ...PAGES, ...VIEWS]).finally(() => site.end());
  } finally {
    rmSync(tree, { recursive: true });
  }
});
