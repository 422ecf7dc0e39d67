import { expect, test } from '@playwright/test';
import { claimPicture, claimsPicture, tablePicture } from '@/components/picture/picture-input';
import { textWidth } from '@/lib/chart/text-width';
import { realCatalog } from '@/lib/data-fixture';
import {
  PICTURE_SIZES,
  type PictureInput,
  type PictureLayout,
  type PictureSize,
  type PictureText,
  pictureLayout,
} from '@/lib/picture/layout';
import { NOTHING } from '@/lib/view/chosen';

async function readPictures(): Promise<Map<string, PictureInput>> {
  const catalog = { ...(await realCatalog()), revision: '0123456789' };
  const claims = catalog.claims.claims.flatMap((claim) =>
    claim.charts.map((chart, index) => {
      const input = claimPicture({ catalog, chosen: NOTHING }, claim, index + 1);
      if (!input) throw new Error(`no picture of ${claim.id} ${chart.id}`);
      return [`${claim.id} ${chart.id}`, input] as const;
    }),
  );
  const tables = [...catalog.tables].map(
    ([name, { resource }]) => [name, tablePicture({ catalog, chosen: NOTHING }, resource)] as const,
  );
  return new Map([...claims, ...tables, ['claims', claimsPicture(catalog)]]);
}

let pictures: Promise<Map<string, PictureInput>> | undefined;
const realPictures = () => {
  pictures ??= readPictures();
  return pictures;
};

const BOLD: PictureText['role'][] = ['title', 'panel', 'verdict'];

/** The ink of a text: from the capitals' height above its first baseline to below its last. */
function box({ role, lines, x, y, size, lineHeight, anchor }: PictureText) {
  const weight = BOLD.includes(role) ? 600 : 400;
  const width = Math.max(0, ...lines.map((line) => textWidth(line, size, weight)));
  const left = anchor === 'end' ? x - width : x;
  const bottom = y + (lines.length - 1) * lineHeight + 0.25 * size;
  return { left, right: left + width, top: y - 0.73 * size, bottom };
}

type Box = ReturnType<typeof box>;
const apart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

function boxes({ texts, drawings, dots }: PictureLayout): { what: string; box: Box }[] {
  return [
    ...texts
      .filter(({ lines }) => lines.length > 0)
      .map((text) => ({ what: `${text.role} “${text.lines[0]}”`, box: box(text) })),
    ...drawings.map(({ spec, x, y, scale }) => ({
      what: `drawing ${spec.name}`,
      box: {
        left: x,
        right: x + spec.size.width * scale,
        top: y,
        bottom: y + spec.size.height * scale,
      },
    })),
    ...dots.map(({ x, y, radius }, index) => ({
      what: `dot ${index}`,
      box: { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
    })),
  ];
}

function faults(layout: PictureLayout): string[] {
  const all = boxes(layout);
  const slack = 0.01;
  const outside = all.filter(
    ({ box: { left, right, top, bottom } }) =>
      left < 0 || top < 0 || right > layout.width + slack || bottom > layout.height + slack,
  );
  const touching = all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => (apart(one.box, other.box) ? [] : [[one, other]])),
  );
  return [
    ...outside.map(({ what }) => `outside: ${what}`),
    ...touching.map((pair) => `touching: ${pair.map(({ what }) => what).join(' and ')}`),
  ];
}

test('no picture of a claim or a table has words or drawings outside it, or over one another', async () => {
  const found: string[] = [];
  for (const [name, input] of await realPictures())
    for (const size of PICTURE_SIZES)
      found.push(
        ...faults(pictureLayout(input, size)).map((fault) => `${name}, ${size}: ${fault}`),
      );
  expect(found).toEqual([]);
});

test('a social picture is 1200 by 628, whatever is in it', async () => {
  for (const [name, input] of await realPictures()) {
    const { width, height } = pictureLayout(input, 'social');
    expect([width, height], name).toEqual([1200, 628]);
  }
});

const words = ({ texts }: PictureLayout): string => texts.flatMap(({ lines }) => lines).join(' ');

test('every picture says its title, its source and its address; wide and narrow lose nothing', async () => {
  for (const [name, input] of await realPictures())
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
  const [real] = [...(await realPictures()).values()];
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
  const [real] = [...(await realPictures()).values()];
  const chart = [...(await realPictures()).values()]
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
