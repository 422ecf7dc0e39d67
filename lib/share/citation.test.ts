import { expect, test } from '@playwright/test';
import { bibtex, cslJson, plainCitation, producers } from './citation';
import type { Work } from './work';
import { frozenClaimWork, frozenTableWork, hostileWork } from './work-fixture';

/** Reads BibTeX as it is read: a value ends where its braces close, a backslash before them or not. */
function fieldsOf(bib: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const start of bib.matchAll(/^ {2}(\w+) = \{/gm)) {
    const from = start.index + start[0].length;
    fields[start[1] ?? ''] = bib.slice(from, closing(bib, from));
  }
  return fields;
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let place = from; place < text.length; place += 1) {
    if (text[place] === '{') depth += 1;
    if (text[place] === '}') depth -= 1;
    if (depth === 0) return place;
  }
  throw new Error('a brace is never closed');
}

const commands: Record<string, string> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
};

/** What TeX would print. */
const printed = (tex: string): string =>
  tex
    .replace(/\{\\(text\w+)\}|\\([#$%&_])/g, (_, name, sign) => sign ?? `<${name}>`)
    .replace(/^\{|\}$/g, '')
    .replace(/<(text\w+)>/g, (_, name) => commands[name] ?? name);

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

test('plainCitation(work) gives title, day of the data, revision, sources and address', async () => {
  expect(plainCitation(await frozenTableWork('cider-shipments'))).toBe(
    'Claimline, Cider shipped by destination, monthly. Data of 1 March 2025, revision abc123. ' +
      'Figures: Cider Guild. http://localhost:3000/tables/cider-shipments',
  );
});

test('plainCitation(work) of a claim gives its quote and its verdict', async () => {
  expect(plainCitation(await frozenClaimWork('inspection-date'))).toContain(
    'Claimline, “the blight inspectors of Freedonia arrived on June 1”: Holds in part. Claim of: An unsigned leaflet on the orchards of June 2024, June 2024. Data of',
  );
});

test('plainCitation(work) of the table of sources names no sources', async () => {
  expect(plainCitation(await frozenTableWork('sources'))).toMatch(/revision abc123\. http/);
});

test('producers(work) names three and counts the rest, each once', async () => {
  const work = await frozenTableWork('events');
  const named = (...publishers: string[]): Work => ({
    ...work,
    sources: publishers.map((publisher) => ({
      ...(work.sources[0] as Work['sources'][0]),
      publisher,
    })),
  });
  expect(producers(named('A', 'B', 'A', 'C'))).toBe('A; B; C');
  expect(producers(named('A', 'B', 'C', 'D', 'E'))).toBe('A; B; C and 2 more');
});

test('bibtex(work) has the fields that a reader needs', async () => {
  const bib = bibtex(await frozenTableWork('inspection'));
  expect(bib).toMatch(/^@misc\{claimline-inspection,\n/);
  expect(fieldsOf(bib)).toMatchObject({
    author: '{Claimline}',
    title: '{The blight inspection, local dates}',
    year: '2025',
    month: '3',
    version: 'abc123',
    url: 'http://localhost:3000/tables/inspection',
  });
});

test('bibtex(work) keeps braces, quotes and commands of a quote as text', async () => {
  const work = await hostileWork();
  const bib = bibtex(work);
  expect(bib.split('{').length).toBe(bib.split('}').length);
  expect(closing(bib, bib.indexOf('{') + 1)).toBe(bib.trimEnd().length - 1);
  expect(printed(fieldsOf(bib).title ?? '')).toBe(spaced(work.title));
  expect(Object.keys(fieldsOf(bib))).toHaveLength(7);
});

test('cslJson(work) is one citation in JSON, with the text as it is', async () => {
  const work = await hostileWork();
  const [citation, ...more] = JSON.parse(cslJson(work));
  expect(more).toEqual([]);
  expect(citation).toMatchObject({
    type: 'webpage',
    title: work.title,
    issued: { 'date-parts': [[2025, 3, 1]] },
    version: 'abc123',
    URL: work.url,
  });
});

test('cslJson(work) calls a table a dataset', async () => {
  expect(JSON.parse(cslJson(await frozenTableWork('events')))[0].type).toBe('dataset');
});
