import { expect, test } from '@playwright/test';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { pieces } from './fixture';
import { isZip, type UnzipOptions, unzip } from './unzip';

async function unpacked(zip: Uint8Array, size = 1000, options: UnzipOptions = {}) {
  const files: Record<string, string> = {};
  const skipped: string[] = [];
  const onSkip = (name: string, reason: string) => void skipped.push(`${name}: ${reason}`);
  for await (const { name, chunks } of unzip(pieces(zip, size), { onSkip, ...options })) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
    files[name] = text;
  }
  return { files, skipped };
}

const csv = 'period,x,value\n2024,a,1\n';

/** Sizes stand after each file, as programs that write as they go do it. */
function streamed(files: Record<string, string>): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => parts.push(part));
  for (const [name, text] of Object.entries(files)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

test('unzip reads from memory that is used again for every piece', async () => {
  const text = `${csv}${'2025,b,2\n'.repeat(900)}`;
  const plain = zipSync({
    'plain.csv': [strToU8(text), { level: 0 }],
    'packed.csv': strToU8(text),
  });
  async function* reused(): AsyncGenerator<Uint8Array> {
    const memory = new Uint8Array(13);
    for (let at = 0; at < plain.length; at += memory.length) {
      const piece = plain.subarray(at, at + memory.length);
      memory.set(piece);
      yield memory.subarray(0, piece.length);
      memory.fill(0);
    }
  }
  const files: Record<string, string> = {};
  for await (const { name, chunks } of unzip(reused())) {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk.slice());
    files[name] = Buffer.concat(parts).toString();
  }
  expect(files).toEqual({ 'plain.csv': text, 'packed.csv': text });
});

test('unzip says of a spreadsheet that it is one', async () => {
  const parts = { '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') };
  await expect(unpacked(zipSync(parts))).rejects.toThrow('save its table as CSV');
  await expect(unpacked(zipSync({ 'a.xml': strToU8('<a/>') }))).rejects.toThrow('holds no CSV');
});

test('unzip gives the tables of an archive and says what it passes over', async () => {
  const zip = zipSync({
    '12100011.csv': strToU8(csv),
    '12100011_MetaData.csv': strToU8('Cube Title\n'),
    'read me.pdf': strToU8('%PDF'),
    'more/tables.txt': strToU8('a\tb\n'),
  });
  expect(isZip(zip)).toBe(true);
  expect(await unpacked(zip)).toEqual({
    files: { '12100011.csv': csv, 'more/tables.txt': 'a\tb\n' },
    skipped: [
      '12100011_MetaData.csv: describes the table beside it',
      'read me.pdf: not a CSV file',
    ],
  });
});

for (const size of [1, 7, 100_000]) {
  test(`unzip reads an archive without sizes in pieces of ${size} bytes`, async () => {
    const long = csv + '2024,b,2\n'.repeat(5000);
    const { files } = await unpacked(streamed({ 'a.csv': csv, 'b.csv': long }), size);
    expect(files).toEqual({ 'a.csv': csv, 'b.csv': long });
  });
}

test('unzip passes over what a caller does not read', async () => {
  const zip = zipSync({ 'a.csv': strToU8(csv.repeat(10_000)), 'b.csv': strToU8(csv) });
  const names: string[] = [];
  for await (const { name } of unzip(pieces(zip, 500))) names.push(name);
  expect(names).toEqual(['a.csv', 'b.csv']);
});

for (const name of ['../a.csv', 'x/../../a.csv', '/etc/a.csv', '..\\a.csv', 'C:\\a.csv']) {
  test(`unzip refuses the name ${name}`, async () => {
    await expect(unpacked(zipSync({ [name]: strToU8(csv) }))).rejects.toThrow('leads elsewhere');
  });
}

test('unzip stops at a bomb before it has expanded', async () => {
  const bomb = zipSync({ 'a.csv': new Uint8Array(100 * 1024 * 1024) }, { level: 9 });
  expect(bomb.length).toBeLessThan(120_000);
  let bytes = 0;
  const reading = async () => {
    for await (const { chunks } of unzip(pieces(bomb, 65_536)))
      for await (const chunk of chunks) bytes += chunk.length;
  };
  await expect(reading()).rejects.toThrow('more than 200 times its size');
  expect(bytes).toBeLessThan(32 * 1024 * 1024);
});

test('unzip counts what it passes over, and stops at a size of the caller', async () => {
  const zip = zipSync({ 'a.pdf': strToU8(csv.repeat(100)), 'b.csv': strToU8(csv) });
  await expect(unpacked(zip, 1000, { most: 2000 })).rejects.toThrow('expands to more than');
});

test('unzip refuses an archive of thousands of files', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 3000 }, (_, at) => [`${at}.csv`, strToU8('')]),
  );
  await expect(unpacked(zipSync(many), 1 << 20)).rejects.toThrow('more than 1000 files');
});

test('unzip refuses what is cut off, garbled or empty', async () => {
  const zip = zipSync({ 'a.csv': strToU8(csv.repeat(1000)) });
  await expect(unpacked(zip.subarray(0, zip.length >> 1))).rejects.toThrow(/archive/);
  await expect(unpacked(streamed({ 'a.csv': csv.repeat(1000) }).subarray(0, 60))).rejects.toThrow(
    /archive/,
  );
  const garbled = zip.slice();
  garbled.fill(0xff, 40, 60);
  await expect(unpacked(garbled)).rejects.toThrow(/archive/);
  await expect(unpacked(zipSync({}))).rejects.toThrow('no CSV file');
  await expect(unpacked(strToU8('not an archive'))).rejects.toThrow(/archive/);
});
