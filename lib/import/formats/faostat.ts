import { type Format, findHeader, fold, type Start } from '../format';
import { dimensionsBut, type Layout, layoutOf, valueAt } from '../layout';

/** Columns by part, English and French. */
const columns = {
  year: ['year', 'année'],
  months: ['months', 'mois'],
  element: ['element', 'élément'],
  unit: ['unit', 'unité'],
  value: ['value', 'valeur'],
  flag: ['flag', 'symbole'],
};

const aside = new Set([
  'flag description',
  'description du symbole',
  'note',
  'notes',
  'domain',
  'domaine',
]);

/** Each name has its codes beside it: `Area Code`, `Area Code (M49)`, `Item Code (CPC)`, `Code zone`. */
const isCode = (name: string): boolean => /(^code | code$| code \()/.test(name);

function find({ records }: Start) {
  const header = findHeader(
    records,
    (names) =>
      names.some((name) => columns.element.includes(name)) &&
      names.some((name) => columns.unit.includes(name)) &&
      names.some((name) => columns.value.includes(name) || /^y\d{4}$/.test(name)),
  );
  const printed = records[header];
  if (!printed) return null;
  const names = printed.map(fold);
  const at = (part: keyof typeof columns) =>
    names.findIndex((name) => columns[part].includes(name));
  const across = at('value') < 0;
  const layout = across ? wide(printed, names, at('unit')) : long(printed, names, at);
  const french = names.includes('unité');
  return { header, layout, language: french ? ('fr' as const) : ('en' as const), notes: [] };
}

function others(printed: string[], names: string[], taken: number[]): Layout['dimensions'] {
  const codes = names.flatMap((name, place) => (isCode(name) || aside.has(name) ? [place] : []));
  return dimensionsBut(printed, [...taken, ...codes]);
}

function long(
  printed: string[],
  names: string[],
  at: (part: keyof typeof columns) => number,
): Layout {
  const period = [at('year'), at('months')].filter((place) => place >= 0);
  const flag = at('flag');
  return layoutOf(printed, {
    period,
    dimensions: others(printed, names, [...period, at('unit'), at('value'), flag]),
    values: [valueAt(at('value'), printed[at('value')] ?? '')],
    unit: at('unit'),
    unitOf,
    status: flag < 0 ? [] : [flag],
  });
}

/** `Y2019` with its flag in `Y2019F` and its note in `Y2019N`. */
function wide(printed: string[], names: string[], unit: number): Layout {
  const years = names.flatMap((name, place) => (/^y\d{4}[fn]?$/.test(name) ? [place] : []));
  const values = years
    .filter((place) => /^y\d{4}$/.test(names[place] ?? ''))
    .map((place) =>
      valueAt(place, 'Value', {
        period: (printed[place] ?? '').slice(1),
        status: names.indexOf(`${names[place]}f`),
      }),
    );
  return layoutOf(printed, {
    dimensions: others(printed, names, [...years, unit]),
    values,
    unit,
    unitOf,
  });
}

/** `1000 USD`, `100 g/ha`: the scale stands in the unit. */
function unitOf(printed: string): { unit: string; factor: number } {
  const parts = /^(10+) (.+)$/.exec(printed);
  if (!parts) return { unit: printed, factor: 1 };
  return { unit: parts[2] ?? '', factor: Number(parts[1]) };
}

export const faostat: Format = { id: 'faostat', title: 'FAOSTAT', find };
