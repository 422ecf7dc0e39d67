import { expect, test } from '@playwright/test';
import { frozenCatalog } from '@/lib/data-fixture';
import {
  PICTURE_SIZES,
  type PictureInput,
  type PictureLayout,
  type PictureSize,
  pictureLayout,
} from '@/lib/picture/layout';
import { faults, picturesOf } from './picture-fixture';

const pictures = frozenCatalog().then((catalog) =>
  picturesOf({ ...catalog, revision: '0123456789' }),
);

test('no picture of a claim or a table has words or drawings outside it, or over one another', async () => {
  const found: string[] = [];
  for (const [name, input] of await pictures)
    for (const size of PICTURE_SIZES)
      found.push(
        ...faults(pictureLayout(input, size)).map((fault) => `${name}, ${size}: ${fault}`),
      );
  expect(found).toEqual([]);
});

test('words over one another, and outside, are told', async () => {
  const [input] = [...(await pictures).values()];
  if (!input) throw new Error('no picture');
  const layout = pictureLayout(input, 'wide');
  const [first, ...texts] = layout.texts;
  if (!first) throw new Error('no words');
  expect(faults({ ...layout, texts: [first, first, ...texts] })).toHaveLength(1);
  expect(faults({ ...layout, texts: [{ ...first, x: -1 }, ...texts] })).toEqual([
    expect.stringContaining('outside: title'),
  ]);
});

test('a social picture is 1200 by 628, whatever is in it', async () => {
  for (const [name, input] of await pictures) {
    const { width, height } = pictureLayout(input, 'social');
    expect([width, height], name).toEqual([1200, 628]);
  }
});

const words = ({ texts }: PictureLayout): string => texts.flatMap(({ lines }) => lines).join(' ');

test('every picture says its title, its source and its address; wide and narrow lose nothing', async () => {
  for (const [name, input] of await pictures)
    for (const size of PICTURE_SIZES) {
      const said = words(pictureLayout(input, size));
      expect(said, `${name} ${size}`).toContain(input.title);
      expect(said, `${name} ${size}`).toContain(input.state);
      expect(said.replaceAll(' ', ''), `${name} ${size}`).toContain(input.address);
      if (size !== 'social') {
        expect(said, `${name} ${size}`).toContain(input.subtitle);
        expect(said, `${name} ${size}`).toContain(input.sources[0] ?? '');
      } else if (input.claim) {
        expect(said).toContain(`“${input.claim.quote}”`);
        expect(said).toContain(input.claim.verdict);
        expect(pictureLayout(input, size).dots).toHaveLength(input.claim.results.length);
      }
    }
});

const HOSTILE = [
  '</text></svg><script>alert(1)</script>',
  '"\'&<>`',
  '😀'.repeat(400),
  'x'.repeat(10_000),
  'many words '.repeat(1000),
  '__proto__',
  'constructor',
  '\u0000\ud800',
  '',
];

async function hostile(text: string): Promise<PictureInput> {
  const [real] = [...(await pictures).values()];
  if (!real?.claim) throw new Error('no picture of a claim');
  const claim = { ...real.claim, quote: text, verdict: text, held: text, answer: text };
  return {
    ...real,
    title: text,
    subtitle: text,
    notes: [text],
    notice: text,
    sources: [text],
    address: text,
    state: text,
    claim,
  };
}

test('words of any length and kind stay inside the picture', async () => {
  for (const text of HOSTILE) {
    const input = await hostile(text);
    for (const size of PICTURE_SIZES)
      for (const one of [input, { ...input, charts: [] }, { ...input, claim: undefined }]) {
        const layout = pictureLayout(one, size);
        const about = `${text.slice(0, 20)} ${size}`;
        expect(
          faults(layout).filter((fault) => fault.startsWith('outside')),
          about,
        ).toEqual([]);
        expect(layout.height, about).toBeLessThan(3000);
      }
  }
});

test('as many panels as series may be shown stay apart', async () => {
  const [real] = [...(await pictures).values()];
  const chart = [...(await pictures).values()]
    .flatMap(({ charts }) => charts)
    .find(({ layout }) => layout === 'over-time');
  if (!real || !chart) throw new Error('no chart over time');
  for (const count of [2, 3, 5, 12])
    for (const size of ['social', 'wide', 'narrow'] satisfies PictureSize[]) {
      const charts = Array.from({ length: count }, (_, index) => ({ ...chart, id: `c${index}` }));
      const layout = pictureLayout({ ...real, claim: undefined, charts }, size);
      expect(layout.drawings).toHaveLength(count);
      expect(faults(layout), `${count} ${size}`).toEqual([]);
    }
});
