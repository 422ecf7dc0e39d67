import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { aboutClaim } from '@/components/revision-about';
import { revisionTold } from '@/components/revision-told';
import { hrefOf } from '@/components/row-link';
import { type Catalog, readCatalog } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { claimIn, tableIn } from '@/lib/data-fixture';
import { historiesOf, recentMoves, verdictMoves } from '@/lib/revision/history';
import { movedIn, moveSentence } from '@/lib/revision/moved';
import { revisionsOf } from '@/lib/revision/revisions';
import { catalogAt } from '@/lib/revision/shown';
import { changesSince } from '@/lib/revision/since';
import { claimFeed, siteFeed } from '@/lib/share/feed-of';
import { toCsv } from '@/lib/table/table';
import { NOTHING } from '@/lib/view/chosen';
import { run } from '../command-fixture';
import { hashes, imported, withData } from './import-fixture';

/** Made-up data that a person edits and imports to: each state stays as it was. */

test.describe.configure({ timeout: 120_000 });

const HARVEST = 'tables/harvest-reported.csv';
const APPLES = 'tables/apple-exports.csv';
const LEAFLET = 'texts/leaflet.json';

const textOf = (root: string, file: string) => readFile(path.join(root, file), 'utf8');

type Edit = (text: string) => string;

async function edit(data: string, file: string, change: Edit): Promise<void> {
  const before = await textOf(data, file);
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path.join(data, file), after);
}

async function bring(data: string, file: string, change: Edit): Promise<void> {
  const release = `${data}-${path.basename(file)}`;
  await writeFile(release, change(await textOf(data, file)));
  const table = path.basename(file, '.csv');
  const { code, errors } = await imported(data, [release, '--yes', '--table', table]);
  expect([code, errors]).toEqual([0, expect.any(String)]);
}

async function record(data: string, note: string): Promise<void> {
  expect(await imported(data, ['--record', note])).toMatchObject({ code: 0 });
}

const harvest =
  (to: string): Edit =>
  (text) =>
    text.replace(/^(2024,calendar_year,total,apples,grower,)\d+/m, `$1${to}`);
const apples =
  (to: string): Edit =>
  (text) =>
    text.replace(/^(2024-01,Other countries,)[\d.]+/m, `$1${to}`);

/** Another claim, in the words of the first. */
const withClaim: Edit = (text) => {
  const leaflet = JSON.parse(text);
  const [first] = leaflet.claims;
  return JSON.stringify({ ...leaflet, claims: [...leaflet.claims, { ...first, id: 'added' }] });
};
const reworded: Edit = (text) => text.replace(/"restatement": ?"/, '"restatement": "In short: ');

async function stateOf(now: Catalog, revision: string): Promise<Catalog> {
  const then = await catalogAt(now, revision);
  if (!then) throw new Error(`no state ${revision}`);
  return then;
}

/** What pages show of a catalog. */
const shownOf = (all: Catalog) => ({
  claims: all.claims,
  said: all.claims.claims.map((claim) => {
    const { answer, charts, result } = evidence(all, claim);
    return { answer, charts, verdict: result.verdict };
  }),
  files: [...all.tables.values()].map(({ resource, rows }) => [
    resource.name,
    resource.log ? '' : toCsv(resource, rows),
  ]),
  day: all.descriptor.created,
});

test('each state is shown as it was, whatever was edited and imported since', async () => {
  await withData(async (data) => {
    const states: Catalog[] = [await readCatalog(data)];
    await edit(data, LEAFLET, reworded);
    await record(data, 'A claim reworded');
    states.push(await readCatalog(data));
    await edit(data, LEAFLET, withClaim);
    await edit(data, 'table-charts.json', (text) =>
      text.replace('"subtitle": "', '"subtitle": "All '),
    );
    await record(data, 'A claim added');
    states.push(await readCatalog(data));
    await bring(data, HARVEST, harvest('20000'));
    states.push(await readCatalog(data));
    await edit(data, LEAFLET, (text) => text.replace(/"about": ?"/, '"about": "Still: '));
    const now = await readCatalog(data);
    expect(new Set([...states, now].map(({ revision }) => revision)).size).toBe(5);
    for (const was of states) {
      const then = await stateOf(now, was.revision);
      expect(then).toMatchObject({ revision: was.revision, asOf: was.revision });
      expect(shownOf(then)).toEqual(shownOf(was));
    }
    const { code, out } = await run('data', data, []);
    expect([code, out]).toEqual([0, expect.stringContaining('npm run state')]);
    await record(data, 'The text described anew');
    expect((await run('data', data, [])).out).not.toContain('npm run state');
  });
});

test('an import records what was edited by hand before it', async () => {
  await withData(async (data) => {
    await edit(data, LEAFLET, withClaim);
    const edited = await readCatalog(data);
    await bring(data, APPLES, apples('68.5'));
    const now = await readCatalog(data);
    const [byHand, import_] = revisionsOf(now.tables).slice(-2);
    expect([byHand?.id, byHand?.kind]).toEqual([edited.revision, 'by-hand']);
    expect([import_?.id, import_?.previous]).toEqual([now.revision, edited.revision]);
    expect(shownOf(await stateOf(now, edited.revision))).toEqual(shownOf(edited));
  });
});

test('the data of a state, and the states before it, are given as they were', async () => {
  await withData(async (data) => {
    const before = await hashes(data);
    const { revision } = await readCatalog(data);
    await edit(data, LEAFLET, withClaim);
    await record(data, 'A claim added');
    await bring(data, APPLES, apples('68.5'));
    const out = `${data}-as-of`;
    expect(await imported(data, ['--as-of', revision, '--out', out])).toMatchObject({ code: 0 });
    expect(await hashes(out)).toEqual(before);
  });
});

test('a state in another shape is kept anew under its name, and what it had alone goes', async () => {
  await withData(async (data) => {
    const { revision } = await readCatalog(data);
    await bring(data, APPLES, apples('68.5'));
    const before = Object.keys(await hashes(data));
    const out = `${data}-as-of`;
    await imported(data, ['--as-of', revision, '--out', out]);
    await edit(out, LEAFLET, reworded);
    const again = ['--as-of', revision, '--from', out];
    expect(await imported(data, again)).toMatchObject({ code: 0 });
    const then = await stateOf(await readCatalog(data), revision);
    expect(then.claims.claims[0]?.restatement).toMatch(/^In short: /);
    // The text is still that of another state.
    expect(Object.keys(await hashes(data))).toHaveLength(before.length + 1);
  });
});

test('rows revised twice count once, and a row put back not at all', async () => {
  await withData(async (data) => {
    const { revision } = await readCatalog(data);
    for (const figure of ['68.5', '70']) await bring(data, APPLES, apples(figure));
    for (const figure of ['20000', '32800']) await bring(data, HARVEST, harvest(figure));
    const now = await readCatalog(data);
    const then = await stateOf(now, revision);
    const since = changesSince(then, now);
    expect(since.tables).toMatchObject([{ table: 'apple-exports', added: 0, revised: 1, gone: 0 }]);
    expect(since.figures.map(({ before, after }) => [before, after])).toEqual([['20.000', '70']]);
    expect(since.edited).toBe(false);
    expect(changesSince(then, now)).toBe(since);
    const said = await imported(data, ['--as-of', revision]);
    expect(said.out).toContain('apple-exports: 0 rows added, 1 revised, 0 gone');
    expect(said.out).toContain('No claim changes.');
  });
});

test('a verdict that moved is told with both, and the figures behind it', async () => {
  await withData(async (data) => {
    const { revision } = await readCatalog(data);
    await bring(data, HARVEST, harvest('20000'));
    const now = await readCatalog(data);
    const then = await stateOf(now, revision);
    const claim = claimIn(then, 'lost-market');
    const said = await revisionTold(now, revision, () => aboutClaim(then, claim, NOTHING));
    expect(said?.shows).toBe('then');
    expect(said?.lead).toContain('You see this page as it was');
    expect(said?.claim[0]).toContain('(0 of 3 ways to measure it), now');
    expect(said?.claim.filter((line) => line.startsWith('“'))).toHaveLength(1);
    expect(said?.figures?.head).toBe('1 figure behind this page was revised:');
    expect(said?.figures?.lines[0]?.text).toContain('32,800 tonnes → 20,000 tonnes (−39%)');
    expect(said?.figures?.lines[0]?.href).toContain('/tables/harvest-reported#2024~');
    expect(said?.elsewhere).toBe(null);
    expect(said?.command).toBe(`npm run import -- --as-of ${revision} --out data-${revision}`);
    const elsewhere = await revisionTold(now, revision, () => ({ bears: () => false }));
    expect(elsewhere?.claims.lines.map(({ href }) => href)).toContain('/claims/lost-market');
    expect(elsewhere?.figures?.head).toBe('No figure behind this page was revised.');
    expect(elsewhere?.elsewhere?.lines).toHaveLength(1);
    const row = { table: 'organic-share', key: tableIn(then, 'organic-share').rows[0]?.key ?? '' };
    expect(hrefOf(then.tables, row)).toMatch(`/tables/organic-share?v=${revision}#`);
    expect(hrefOf(now.tables, row)).toBe(`/tables/organic-share#${row.key}`);
  });
});

test('claims edited, added and taken out since are told, and a page that was not there', async () => {
  await withData(async (data) => {
    const { revision } = await readCatalog(data);
    await edit(data, LEAFLET, withClaim);
    await edit(data, LEAFLET, reworded);
    const now = await readCatalog(data);
    const told = (id: string) =>
      revisionTold(now, revision, () => aboutClaim(now, claimIn(now, id), NOTHING));
    const [first] = now.claims.claims;
    const own = await told(first?.id ?? '');
    expect(own?.claim.at(-1)).toContain('have been edited since');
    expect(own?.remarks).toHaveLength(1);
    expect(own?.claims.lines).toEqual([
      { text: expect.stringContaining('a new claim'), href: '/claims/added' },
    ]);
    const added = await told('added');
    expect([added?.shows, added?.lead]).toEqual(['now', expect.stringContaining('no such page')]);
  });
});

test('a link to a state that is unknown, or to this one, is told as what it is', async () => {
  await withData(async (data) => {
    const now = await readCatalog(data);
    const about = () => ({ bears: () => true });
    const unknown = await revisionTold(now, '0123456789', about);
    expect(unknown?.lead).toContain('0123456789, which is unknown here');
    expect([unknown?.claim, unknown?.figures, unknown?.command]).toEqual([[], null, null]);
    expect(await catalogAt(now, '0123456789')).toBe(null);
    expect((await revisionTold(now, now.revision, about))?.shows).toBe('present');
    expect(await catalogAt(now, now.revision)).toBe(now);
    expect(await revisionTold(now, undefined, about)).toBe(null);
  });
});

test('the history of a verdict is that of its states, and each move is in the feeds', async () => {
  await withData(async (data) => {
    await bring(data, HARVEST, harvest('20000'));
    const now = await readCatalog(data);
    const histories = await historiesOf(now);
    const points = histories.get('lost-market') ?? [];
    expect(points.map(({ judged }) => judged.held)).toEqual([0, 0, 1]);
    expect(points.map(({ revision }) => revision)).toEqual(
      revisionsOf(now.tables).map(({ id }) => id),
    );
    const move = verdictMoves(points).at(-1);
    const moved = move ? moveSentence(move) : '';
    expect(moved).toMatch(/revised figures changed this verdict from “Does not hold” to “/);
    expect(movedIn(histories, now.revision)).toEqual([
      expect.stringMatching(/^lost-market: Does not hold \(0 of 3 .* → .*; “By harvest”: /),
    ]);
    expect([...(await recentMoves(now)).keys()]).toEqual(['lost-market']);
    const site = await siteFeed(now);
    expect(site.moves[0]).toMatchObject({ id: 'lost-market', revision: now.revision });
    expect(site.revisions[0]?.sentences.at(-1)).toContain('lost-market: Does not hold');
    const own = await claimFeed(now, claimIn(now, 'lost-market'));
    expect([own.moves, own.claims.length]).toEqual([site.moves, 1]);
    expect((await claimFeed(now, claimIn(now, 'best-buyer'))).moves).toEqual([]);
  });
});

test('a verdict that moved is marked for a year', async () => {
  await withData(async (data) => {
    await bring(data, HARVEST, harvest('20000'));
    const now = await readCatalog(data);
    const after = (years: number) => ({
      ...now,
      descriptor: {
        ...now.descriptor,
        created: now.descriptor.created.replace(/^\d+/, (year) => String(Number(year) + years)),
      },
    });
    expect((await recentMoves(after(0))).size).toBe(1);
    expect((await recentMoves(after(1))).size).toBe(0);
  });
});
