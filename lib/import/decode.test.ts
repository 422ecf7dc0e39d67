import { expect, test } from '@playwright/test';
import { Decoder, type Encoding } from './decode';
import { pieces } from './fixture';

function decoded(bytes: Uint8Array, size: number, forced?: Encoding) {
  const decoder = new Decoder(forced);
  let text = '';
  for (const piece of pieces(bytes, size)) text += decoder.push(piece);
  text += decoder.end();
  return { text, encoding: decoder.encoding, bom: decoder.bom };
}

const long = 'REF_DATE,GÉO,VALUE\n2024-01,Québec – Île,1 €\n'.repeat(40);
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !big);
  return bytes;
}

/** Only for letters of Latin-1 and the two that stand elsewhere. */
const windows = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => (sign === '€' ? 0x80 : sign === '–' ? 0x96 : sign.charCodeAt(0)));

const mark = '\uFEFF';
const forms: [name: string, bytes: Uint8Array, encoding: Encoding, bom: boolean][] = [
  ['UTF-8', utf8(long), 'utf-8', false],
  ['UTF-8 with its mark', utf8(mark + long), 'utf-8', true],
  ['UTF-16 LE with its mark', utf16(mark + long, false), 'utf-16le', true],
  ['UTF-16 BE with its mark', utf16(mark + long, true), 'utf-16be', true],
  ['UTF-16 LE without', utf16(long, false), 'utf-16le', false],
  ['UTF-16 BE without', utf16(long, true), 'utf-16be', false],
  ['Windows-1252', windows(long), 'windows-1252', false],
];

for (const [name, bytes, encoding, bom] of forms) {
  for (const size of [1, 3, 64, 100_000]) {
    test(`Decoder tells ${name} in pieces of ${size} bytes`, () => {
      expect(decoded(bytes, size)).toEqual({ text: long, encoding, bom });
    });
  }
}

test('Decoder reads all that Windows-1252 has and Latin-1 has not', () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
  expect(decoded(bytes, 5, 'windows-1252').text).toBe(
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ',
  );
});

test('Decoder settles late, where plain ASCII ends', () => {
  const ascii = 'a,b\n1,2\n'.repeat(20_000);
  expect(decoded(windows(`${ascii}é\n`), 65_536)).toMatchObject({
    text: `${ascii}é\n`,
    encoding: 'windows-1252',
  });
  expect(decoded(utf8(`${ascii}é\n`), 65_536)).toMatchObject({
    text: `${ascii}é\n`,
    encoding: 'utf-8',
  });
});

test('Decoder marks a byte that breaks UTF-8 among letters that do not', () => {
  const bytes = Uint8Array.from([...utf8('é'.repeat(40)), 0xe9, 0x2c]);
  expect(decoded(bytes, 70).text).toBe(`${'é'.repeat(40)}\uFFFD,`);
});

test('Decoder takes no few NUL bytes for UTF-16', () => {
  const text = `a,b\n1,\0\0\n${'x'.repeat(80)}`;
  expect(decoded(utf8(text), 1000)).toEqual({ text, encoding: 'utf-8', bom: false });
});

test('Decoder keeps to an encoding that is set', () => {
  expect(decoded(utf8('é'), 1, 'windows-1252').text).toBe('Ã©');
});
