import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { packageZip } from './package-zip';
import type { Work } from './work';
import { dated, frozenClaimWork, frozenTableWork, hostileWork } from './work-fixture';

const zipOf = async (work: Work) => packageZip(work, (await dated()).tables);

async function filesOf(work: Work): Promise<Record<string, Uint8Array>> {
  return unzipSync(await zipOf(work));
}

const textOf = (files: Record<string, Uint8Array>, path: string): string =>
  strFromU8(files[path] ?? new Uint8Array());

const columnOf = (csv: string, name: string): string[] =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data.map(
    (row) => row[name] ?? '',
  );

test('packageZip(work) holds the CSV, its sources, descriptor and readme', async () => {
  const work = await frozenTableWork('inspection');
  const files = await filesOf(work);
  expect(Object.keys(files)).toEqual([
    'inspection.csv',
    'sources.csv',
    'datapackage.json',
    'README.md',
  ]);
  expect(textOf(files, 'inspection.csv')).toBe(work.csv.text);
});

test('packageZip(work) states the size and the hash of each file', async () => {
  const files = await filesOf(await frozenClaimWork('lost-market'));
  const { resources } = JSON.parse(textOf(files, 'datapackage.json'));
  expect(resources).toHaveLength(2);
  for (const { path, bytes, hash } of resources) {
    const content = files[path] ?? new Uint8Array();
    expect(bytes).toBe(content.length);
    expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
  }
});

test('packageZip(work) brings just the sources that its rows name', async () => {
  for (const work of [await frozenTableWork('events'), await frozenClaimWork('growers-ruined')]) {
    const files = await filesOf(work);
    const named = new Set(columnOf(textOf(files, work.csv.path), 'source_id'));
    const brought = columnOf(textOf(files, 'sources.csv'), 'source_id');
    expect(brought.sort()).toEqual([...named].sort());
  }
});

test('packageZip(work) of the table of sources holds it once', async () => {
  const files = await filesOf(await frozenTableWork('sources'));
  expect(Object.keys(files)).toEqual(['sources.csv', 'datapackage.json', 'README.md']);
  expect(JSON.parse(textOf(files, 'datapackage.json')).resources).toHaveLength(1);
});

test('packageZip(work) gives the same bytes for the same data, in every time zone', async () => {
  const work = await frozenClaimWork('inspection-date');
  const zone = process.env.TZ;
  const zips = [];
  for (const TZ of ['America/Regina', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
    process.env.TZ = TZ;
    zips.push(Buffer.from(await zipOf(work)).toString('base64'));
  }
  process.env.TZ = zone;
  expect(new Set(zips).size).toBe(1);
});

test('the readme of a package cites, loads and lists limits and sources', async () => {
  const work = await frozenTableWork('cider-shipments');
  const readme = textOf(await filesOf(work), 'README.md');
  expect(readme).toContain('Data of 1 March 2025, revision abc123');
  expect(readme).toContain('read.csv("cider-shipments.csv")');
  expect(readme).toContain('read.csv("http://localhost:3000/tables/cider-shipments.csv")');
  expect(readme).toContain('- Complete from August 2022 to August 2024.');
  expect(readme).toContain('- Cider Guild. Shipments of the month');
});

test('the readme of a package takes no mark from a quote', async () => {
  const work = await hostileWork();
  const readme = textOf(await filesOf(work), 'README.md');
  expect(readme).not.toContain('</script>');
  expect(readme.match(/^#+ .*$/gm)?.[0]).toBe(readme.split('\n', 1)[0]);
  expect(readme).toContain('\\</script\\>');
});
