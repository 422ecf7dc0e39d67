import { createHash } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { z } from 'zod';
import datapackage from '@/data/datapackage.json';
import { claims as allClaims } from './data';
import { read, words } from './html';

const claims = allClaims.map(({ id }) => `/claims/${id}`);
const tables = datapackage.resources.map(({ name }) => `/tables/${name}`);

const name = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/);

/** What version 2 of the Data Package standard asks for. */
const packageRules = z.object({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name,
  version: z.string().regex(/^\d+\.\d+\.\d+\+[0-9a-f]+$/),
  created: z.iso.datetime(),
  homepage: z.url(),
  licenses: z.array(z.union([z.object({ name: z.string() }), z.object({ path: z.url() })])).min(1),
  sources: z.array(z.object({ title: z.string().min(1), path: z.string().optional() })),
  resources: z
    .array(
      z.object({
        name,
        path: z.string().regex(/^[a-z0-9-]+\.csv$/),
        type: z.literal('table'),
        mediatype: z.literal('text/csv'),
        encoding: z.literal('utf-8'),
        bytes: z.number().int().positive(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        schema: z.object({
          fields: z.array(
            z.object({
              name: z.string(),
              type: z.enum(['string', 'number']),
              constraints: z
                .object({ required: z.boolean(), enum: z.array(z.string()) })
                .partial()
                .optional(),
            }),
          ),
          primaryKey: z.array(z.string()).optional(),
          missingValues: z.tuple([z.literal('')]),
          foreignKeys: z
            .array(
              z.object({
                fields: z.tuple([z.string()]),
                reference: z.object({ resource: z.string(), fields: z.tuple([z.string()]) }),
              }),
            )
            .optional(),
        }),
      }),
    )
    .min(1),
});
type PackageResource = z.infer<typeof packageRules>['resources'][number];
type Files = Record<string, Uint8Array>;
type Line = Record<string, string>;

async function unzipped(request: APIRequestContext, address: string): Promise<Files> {
  const answer = await request.get(`${address}.zip`);
  expect(answer.status(), address).toBe(200);
  return unzipSync(await answer.body());
}

function linesOf(files: Files, { path, schema }: PackageResource): Line[] {
  const text = strFromU8(files[path] ?? new Uint8Array());
  const parsed = Papa.parse<Line>(text, { header: true, delimiter: ',', skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  expect(parsed.meta.fields).toEqual(schema.fields.map((field) => field.name));
  return parsed.data;
}

/** Every cell is of its field's type and, where the field says so, there and one of its values. */
function checkCells(lines: Line[], { path, schema }: PackageResource) {
  for (const { name: column, type, constraints } of schema.fields) {
    const cells = lines.map((line) => line[column] ?? '');
    const given = cells.filter((cell) => cell !== '');
    const place = `${path}, ${column}`;
    if (type === 'number')
      expect(
        given.filter((cell) => Number.isNaN(Number(cell))),
        place,
      ).toEqual([]);
    if (constraints?.required) expect(given.length, place).toBe(cells.length);
    const allowed = constraints?.enum;
    if (allowed)
      expect(
        given.filter((cell) => !allowed.includes(cell)),
        place,
      ).toEqual([]);
  }
}

function checkKeys(files: Files, resource: PackageResource, all: PackageResource[]) {
  const lines = linesOf(files, resource);
  const { primaryKey = [], foreignKeys = [] } = resource.schema;
  const keys = lines.map((line) => primaryKey.map((column) => line[column]).join('\n'));
  if (primaryKey.length > 0) expect(new Set(keys).size, resource.path).toBe(keys.length);
  for (const { fields, reference } of foreignKeys) {
    const other = all.find((one) => one.name === reference.resource);
    const known = other ? linesOf(files, other).map((line) => line[reference.fields[0]]) : [];
    const unknown = lines.map((line) => line[fields[0]]).filter((cell) => !known.includes(cell));
    expect(unknown, resource.path).toEqual([]);
  }
}

for (const address of [...tables, ...claims]) {
  test(`${address}.zip is a Data Package`, async ({ request }) => {
    const files = await unzipped(request, address);
    const descriptor = packageRules.parse(
      JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array())),
    );
    for (const resource of descriptor.resources) {
      const content = files[resource.path] ?? new Uint8Array();
      expect(resource.bytes).toBe(content.length);
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
      checkCells(linesOf(files, resource), resource);
      checkKeys(files, resource, descriptor.resources);
    }
    const described = [...descriptor.resources.map(({ path }) => path), 'README.md'];
    expect(Object.keys(files).sort()).toEqual([...described, 'datapackage.json'].sort());
  });
}

test('the CSV in a ZIP is the CSV at the plain address', async ({ request }) => {
  const files = await unzipped(request, '/claims/share-stolen');
  const csv = await (await request.get('/claims/share-stolen.csv')).text();
  expect(strFromU8(files['claim-share-stolen-rows.csv'] ?? new Uint8Array())).toBe(csv);
});

const answers: [address: string, type: string, disposition: string][] = [
  [
    '/tables/canola-seed-exports-monthly.csv',
    'text/csv; charset=utf-8',
    'attachment; filename="canola-seed-exports-monthly.csv"',
  ],
  [
    '/tables/canola-seed-exports-monthly.zip',
    'application/zip',
    'attachment; filename="canola-seed-exports-monthly.zip"',
  ],
  [
    '/tables/events.metadata.json',
    'application/json; charset=utf-8',
    'inline; filename="events.metadata.json"',
  ],
  [
    '/tables/events.bib',
    'application/x-bibtex; charset=utf-8',
    'attachment; filename="events.bib"',
  ],
  [
    '/claims/call-date.json',
    'application/json; charset=utf-8',
    'inline; filename="claim-call-date.json"',
  ],
  [
    '/claims/call-date.csl.json',
    'application/vnd.citationstyles.csl+json; charset=utf-8',
    'attachment; filename="claim-call-date.csl.json"',
  ],
  ['/claims/call-date.zip', 'application/zip', 'attachment; filename="claim-call-date.zip"'],
  ['/feed.xml', 'application/atom+xml; charset=utf-8', 'inline; filename="feed.xml"'],
];

for (const [address, type, disposition] of answers) {
  test(`${address} says what it is and may be loaded from anywhere`, async ({ request }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      'content-type': type,
      'content-disposition': disposition,
      'access-control-allow-origin': '*',
    });
  });
}

test('files of what is not there are not found', async ({ request }) => {
  for (const address of [
    '/tables/nope.zip',
    '/claims/nope.json',
    '/tables/events.json',
    '/claims/call-date.exe',
  ])
    expect((await request.get(address)).status(), address).toBe(404);
});

test('metadata and JSON carry the revision that the page shows', async ({ request }) => {
  const revision = words(await read(request, '/claims/call-date'), '.site-footer code');
  for (const file of [
    '/claims/call-date.json',
    '/claims/call-date.metadata.json',
    '/tables/events.metadata.json',
  ])
    expect((await (await request.get(file)).json()).revision, file).toBe(revision);
});
