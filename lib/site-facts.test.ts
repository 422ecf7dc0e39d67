import { expect, test } from '@playwright/test';
import { glossed, siteFile } from './site-facts';

const entry = (term: string) => ({ id: term.toLowerCase(), term, means: 'What it is.' });
const glossary = [entry('duty'), entry('FOB')];

const cut = (text: string) => glossed(text, glossary).map((one) => [one.text, one.entry?.term]);

test('glossed(text, glossary) cuts a text at the first place of each term', () => {
  expect(cut('The duty on a price fob: a duty.')).toEqual([
    ['The ', undefined],
    ['duty', 'duty'],
    [' on a price ', undefined],
    ['fob', 'FOB'],
    [': a duty.', undefined],
  ]);
});

test('glossed(text, glossary) takes whole words alone', () => {
  expect(cut('dutyfree, offob')).toEqual([['dutyfree, offob', undefined]]);
  expect(glossed('duty', [])).toEqual([{ text: 'duty' }]);
});

test('siteFile refuses two entries of one term, and an address that is none', () => {
  const who = { operator: '', contact: { email: '', address: '' }, funding: '' };
  const site = { ...who, reuse: 'Yes.', starts: [] };
  expect(siteFile.safeParse({ ...site, glossary }).success).toBe(true);
  const twice = siteFile.safeParse({ ...site, glossary: [...glossary, entry('Duty')] });
  expect(JSON.stringify(twice.error?.issues)).toContain('a second \\"duty\\"');
  const wrong = { ...site, contact: { email: 'nobody', address: '' }, glossary };
  expect(siteFile.safeParse(wrong).success).toBe(false);
});
