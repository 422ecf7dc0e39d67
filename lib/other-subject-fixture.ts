import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { frozen } from './data-fixture';

/** The smallest folder of data that makes a site, on a subject of its own: lamps of lighthouses, without any money. */

const row = (period: string, coast: string) => ({
  kind: 'row',
  label: `Lamps on the ${coast} coast, ${period}`,
  table: 'lamps',
  where: { coast },
  measure: 'lit',
  period,
});

const chart = (id: string, coast: string) => ({
  ...{ layout: 'over-time', id, title: `Lamps lit on the ${coast} coast` },
  ...{ subtitle: 'At the end of each year', measure: `Lamps lit, ${coast} coast` },
  axis: { title: 'lamps', zero: true },
  references: [],
  events: [],
  series: [
    {
      ...{ id: 'lit', label: coast, tone: 'main', mark: 'line', quantity: row('$period', coast) },
      periods: { from: '2020', to: '2022' },
    },
  ],
});

function claim(id: string, coast: string, relation: string, quote: string) {
  return {
    ...{ id, quote, prefix: 'We say that ', suffix: '. So be', topic: 'lamps' },
    restatement: `Of the ${coast} coast: ${quote}.`,
    answer: `{r1, select, holds {So it is} other {It is not so}}: {r1_1} were lit on the ${coast} coast in 2022.`,
    readings: [
      {
        ...{ role: 'words', name: 'As worded: lamps lit', question: 'Are there so many?' },
        tests: [
          {
            ...{ kind: 'compare', value: row('2022', coast), relation },
            threshold: { value: 40, unit: 'lamps', reason: 'The text names the number.' },
          },
        ],
      },
    ],
    charts: [chart('lit', coast)],
    conflicts: [],
  };
}

const text = {
  ...{ kind: 'sermon', title: 'A sermon on lamps', author: 'The Keeper', publisher: null },
  ...{ day: '2023-05-04', language: 'en', about: 'Made up for a test.', paragraphs: 1 },
  ...{ unrated: [], related: [], order: 1, topics: ['lamps'] },
  relay: { name: 'A copy', address: 'https://lantern.example/sermon', note: 'As it was heard.' },
  claims: [
    { ...claim('east-dark', 'east', 'below', 'the east has fewer than forty lamps'), paragraph: 1 },
    { ...claim('west-lit', 'west', 'above', 'the west has more than forty lamps'), paragraph: 1 },
  ],
};

const site = {
  ...{ operator: '', contact: { email: '', address: '' }, funding: '', reuse: 'As you like.' },
  glossary: [],
  starts: [{ title: 'Lamps, coast by coast', view: { series: 'lamps:east:lit~lamps:west:lit' } }],
};

const needed = { constraints: { required: true } };

const lamps = {
  ...{ name: 'lamps', title: 'Lamps lit', description: 'One row is one coast in one year.' },
  ...{ path: 'tables/lamps.csv', type: 'table', format: 'csv', mediatype: 'text/csv' },
  ...{ encoding: 'utf-8', basis: 'Lamps counted at the end of the year', limits: [] },
  ...{ sources: [{ title: 'Office of Lights' }], licenses: [{ title: 'As you like' }] },
  schema: {
    fields: [
      { name: 'period', title: 'Year', type: 'string', role: 'period', ...needed },
      { name: 'coast', title: 'Coast', type: 'string', role: 'dimension', ...needed },
      {
        ...{ name: 'lit', title: 'Lit', type: 'number', role: 'measure' },
        ...{ unit: 'lamps', kind: 'amount' },
      },
      { name: 'source_id', title: 'Source', type: 'string', role: 'source', ...needed },
    ],
    primaryKey: ['period', 'coast'],
    missingValues: [''],
    foreignKeys: [
      { fields: ['source_id'], reference: { resource: 'sources', fields: ['source_id'] } },
    ],
  },
};

const LAMPS = `period,coast,lit,source_id
2020,east,30,office
2020,west,50,office
2021,east,34,office
2021,west,51,office
2022,east,38,office
2022,west,39,office
`;

const SOURCES = `source_id,publisher,title,url,published,url_exact,via
office,Office of Lights,Lights of the year,https://lights.example/year,2023,yes,
`;

/** What a folder cannot do without, described as in the made-up data. */
const RESERVED = ['sources', 'revisions', 'revision-changes'];

async function reserved(): Promise<object[]> {
  const { resources } = JSON.parse(await readFile(`${frozen}/datapackage.json`, 'utf8'));
  return resources.flatMap(({ pages: _, limits: __, ...one }: { [key: string]: unknown }) =>
    RESERVED.includes(String(one.name)) ? [{ ...one, limits: [] }] : [],
  );
}

const firstLine = async (file: string): Promise<string> =>
  `${(await readFile(`${frozen}/${file}`, 'utf8')).split('\n')[0]}\n`;

export async function writeOtherSubject(folder: string): Promise<void> {
  const write = async (file: string, content: string | object) => {
    const name = path.join(folder, file);
    await mkdir(path.dirname(name), { recursive: true });
    await writeFile(name, typeof content === 'string' ? content : JSON.stringify(content));
  };
  await write('datapackage.json', {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...{ name: 'lamps', title: 'Lamps', description: 'Lamps of two coasts.', version: '1.0.0' },
    ...{ created: '2023-06-01T00:00:00Z', licenses: [{ title: 'As you like' }] },
    resources: [lamps, ...(await reserved())],
  });
  await write('tables/lamps.csv', LAMPS);
  await write('tables/sources.csv', SOURCES);
  for (const log of RESERVED.slice(1)) await write(`${log}.csv`, await firstLine(`${log}.csv`));
  await write('site.json', site);
  await write('topics.json', [{ id: 'lamps', title: 'Lamps' }]);
  await write('table-charts.json', { lamps: chart('table', 'west') });
  await write('texts/sermon.json', text);
}
