import { claimPicture, claimsPicture, tablePicture } from '@/components/picture/picture-input';
import type { Catalog } from '@/lib/catalog';
import { textWidth } from '@/lib/chart/text-width';
import type { PictureInput, PictureLayout, PictureText } from '@/lib/picture/layout';
import { NOTHING } from '@/lib/view/chosen';

/** Every picture of the claims and tables of some data, and what is wrong with one, for tests. */

export function picturesOf(catalog: Catalog): Map<string, PictureInput> {
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

/** What stands outside the picture, or over something else in it. */
export function faults(layout: PictureLayout): string[] {
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
