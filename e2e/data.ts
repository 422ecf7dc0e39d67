import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** What the product is held against: `data/` as it stands, read without the product's own code. */

export type CsvRow = Record<string, string>;

type Series = { id: string; label: string; mark: 'line' | 'step' | 'points' | 'area' };
type Chart = {
  id: string;
  layout: 'over-time' | 'by-row';
  axis: { time?: boolean };
  series?: Series[];
};
type Claim = {
  id: string;
  quote: string;
  paragraph: number;
  topic: string;
  restatement: string;
  verdict_line?: string;
  readings: { role: 'words' | 'context'; name: string; question: string }[];
  charts: Chart[];
};
type Text = {
  kind: string;
  title: string;
  order: number;
  topics: string[];
  unrated: object[];
  claims: Claim[];
};
type Field = { name: string; role: string };
type Resource = {
  name: string;
  title: string;
  path: string;
  schema: { fields: Field[]; primaryKey: string[] };
};

const folder = join(process.cwd(), 'data');

export const file = (path: string): Buffer => readFileSync(join(folder, path));

const json = <T>(path: string): T => JSON.parse(file(path).toString('utf8')) as T;

export const texts = readdirSync(join(folder, 'texts'))
  .map((name) => ({ id: name.replace('.json', ''), ...json<Text>(`texts/${name}`) }))
  .sort((a, b) => a.order - b.order);
export const claims = texts.flatMap(({ claims: all, ...text }) =>
  all.map((claim) => ({ ...claim, text })),
);
export const resources = json<{ resources: Resource[] }>('datapackage.json').resources;
export const words = json<{
  verdicts: Record<string, string>;
  results: Record<string, string>;
}>('words/en.json');

export function parseCsv(text: string): { header: string[]; rows: CsvRow[] } {
  const { data, errors, meta } = Papa.parse<CsvRow>(text, {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  return { header: meta.fields ?? [], rows: data };
}

export function tableRows(name: string): CsvRow[] {
  const path = resources.find((resource) => resource.name === name)?.path;
  if (!path) throw new Error(`no table "${name}"`);
  return parseCsv(file(path).toString('utf8')).rows;
}
