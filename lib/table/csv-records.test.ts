import { expect, test } from '@playwright/test';
import { formatRecord, guarded, readRecord } from './csv-records';

for (const sign of ['=', '+', '-', '@', '\t', '\r'])
  test(`guarded(text) keeps a spreadsheet from running what begins with ${JSON.stringify(sign)}`, () => {
    expect(guarded(`${sign}1+1`)).toBe(`'${sign}1+1`);
  });

test('guarded(text) leaves what is no formula', () => {
  for (const text of ['', 'a', 'a=1', '1-2', ' =1', '(−5)']) expect(guarded(text)).toBe(text);
});

const written: [what: string, cells: string[], line: string][] = [
  ['a comma', ['a,b', 'c'], '"a,b",c\n'],
  ['a quote', ['a"b', 'c'], '"a""b",c\n'],
  ['a line break', ['a\nb', 'c'], '"a\nb",c\n'],
  ['a carriage return', ['a\rb', 'c'], '"a\rb",c\n'],
  ['nothing at all', [''], '""\n'],
  ['nothing of the kind', ['a b', '', '1.5'], 'a b,,1.5\n'],
];

for (const [what, cells, line] of written)
  test(`formatRecord(cells) with ${what} is read again as it was`, () => {
    expect(formatRecord(cells)).toBe(line);
    expect(readRecord(line.slice(0, -1))).toEqual({ cells, fault: null });
  });
