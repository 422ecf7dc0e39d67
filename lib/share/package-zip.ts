import { strToU8, zipSync } from 'fflate';
import share from '@/data/words/share.json';
import { csvResource } from '@/lib/table/csv-resource';
import type { Resource } from '@/lib/table/descriptor';
import { type Tables, tableNamed } from '@/lib/table/select';
import { sourceUrl } from '@/lib/table/source';
import { toCsv } from '@/lib/table/table';
import { packageReadme } from './package-readme';
import type { Work, WorkSource } from './work';

type Schema = Pick<Resource['schema'], 'fields' | 'primaryKey' | 'foreignKeys'>;

type CsvFile = {
  name: string;
  title: string;
  path: string;
  text: string;
  schema: Partial<Schema>;
};

const pointsToSources: Schema['foreignKeys'] = [
  {
    fields: ['source_id'],
    reference: { resource: 'sources', fields: ['source_id'] },
  },
];

function dataFile(work: Work): CsvFile {
  const key = work.primaryKey.length > 0 && { primaryKey: work.primaryKey };
  const named = work.fields.some(({ name }) => name === 'source_id');
  const foreign = named && work.sources.length > 0 && { foreignKeys: pointsToSources };
  const { path, text } = work.csv;
  const schema = { fields: work.fields, ...key, ...foreign };
  return { name: path.replace(/\.csv$/, ''), title: work.title, path, text, schema };
}

/** Of all sources only those that the data name. */
function sourcesFile(work: Work, tables: Tables): CsvFile {
  const { resource, rows } = tableNamed(tables, 'sources');
  const named = new Set(work.sources.map(({ id }) => id));
  const text = toCsv(
    resource,
    rows.filter((row) => named.has(String(row.cells.source_id))),
  );
  const { fields, primaryKey } = resource.schema;
  return {
    name: 'sources',
    title: resource.title,
    path: 'sources.csv',
    text,
    schema: { fields, primaryKey },
  };
}

const sourceOf = (source: WorkSource) => {
  const path = sourceUrl(source);
  return { title: `${source.publisher}: ${source.title}`, ...(path && { path }) };
};

async function descriptorOf(work: Work, files: CsvFile[]) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: work.stem,
    id: work.url,
    title: work.title,
    description: work.subtitle,
    homepage: work.url,
    version: `1.0.0+${work.revision}`,
    created: `${work.day}T00:00:00Z`,
    contributors: [{ title: share.site, roles: ['publisher'] }],
    sources: work.sources.map(sourceOf),
    // The specification wants a name or a path.
    licenses: work.licenses.filter(({ name, path }) => name || path),
    resources: await Promise.all(files.map((file) => csvResource(file, strToU8(file.text)))),
  };
}

/** fflate writes the date's local parts: built from local parts, they are the same in every time zone. */
function localDate(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** A ZIP that is a Data Package (v2): the CSV, its sources, descriptor and readme. Same data, same bytes. */
export async function packageZip(work: Work, tables: Tables): Promise<Uint8Array<ArrayBuffer>> {
  const files = [dataFile(work), ...(work.sources.length > 0 ? [sourcesFile(work, tables)] : [])];
  const descriptor = await descriptorOf(work, files);
  const entries = [
    ...files.map(({ path, text }) => [path, text] as const),
    ['datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`] as const,
    ['README.md', packageReadme(work)] as const,
  ];
  const contents = entries.map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(contents), { level: 9, mtime: localDate(work.day) });
}
