import { expect, test } from '@playwright/test';
import { text } from '@/lib/claim/fixture';
import { bibtex, cslJson, plainCitation, producers } from './citation';
import { textCitation, type Work } from './work';
import { hostileWork, realClaimWork, realTableWork } from './work-fixture';

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
  expect(plainCitation(await realTableWork('canola-seed-exports-monthly'))).toBe(
    'Claimline, Canola seed exports by destination, monthly. Data of 23 November 2026, revision abc123. ' +
      'Figures: Canadian Grain Commission. http://localhost:3000/tables/canola-seed-exports-monthly',
  );
});

test('plainCitation(work) of a claim gives its quote, its verdict and its text', async () => {
  expect(plainCitation(await realClaimWork('call-date'))).toContain(
    "Claimline, “Canada's new Prime Minister Carney called China on June 6.”: Holds in part. " +
      'Claim of: An unsigned commentary on the call of June 2025, June 2025. Data of',
  );
});

test('textCitation(text) names author and publisher, as far as they are known, each once', () => {
  const ministry = { ...text, title: 'A reply', publisher: 'Ministry', day: '2024-09-09' };
  expect(textCitation(ministry)).toBe('A reply, Ministry, 9 September 2024');
  expect(textCitation({ ...ministry, author: 'A. Minister' })).toBe(
    'A reply, A. Minister, Ministry, 9 September 2024',
  );
  expect(textCitation({ ...ministry, author: 'Ministry' })).toBe(
    'A reply, Ministry, 9 September 2024',
  );
});

test('plainCitation(work) of the table of sources names no sources', async () => {
  expect(plainCitation(await realTableWork('sources'))).toMatch(/revision abc123\. http/);
});

test('producers(work) names three and counts the rest, each once', async () => {
  const work = await realTableWork('events');
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
  const bib = bibtex(await realTableWork('leader-call'));
  expect(bib).toMatch(/^@misc\{claimline-leader-call,\n/);
  expect(fieldsOf(bib)).toMatchObject({
    author: '{Claimline}',
    title: '{The Carney-Li call, local dates}',
    year: '2026',
    month: '11',
    version: 'abc123',
    url: 'http://localhost:3000/tables/leader-call',
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
    issued: { 'date-parts': [[2026, 11, 23]] },
    version: 'abc123',
    URL: work.url,
  });
});

test('cslJson(work) calls a table a dataset', async () => {
  expect(JSON.parse(cslJson(await realTableWork('events')))[0].type).toBe('dataset');
});
