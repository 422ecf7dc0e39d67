import { type Format, findHeader, fold, type Start, sampleUnder } from '../format';
import { layoutOf, type ValueColumn, valueAt } from '../layout';

/** A description, or else the code beside it: a file asked for without descriptions leaves them empty. */
const dimensions: string[][] = [
  ['reporterdesc', 'reporteriso', 'reportercode'],
  ['flowdesc', 'flowcode'],
  ['partnerdesc', 'partneriso', 'partnercode'],
  ['partner2desc', 'partner2iso', 'partner2code'],
  ['classificationcode'],
  ['cmdcode'],
  ['cmddesc'],
  ['customsdesc', 'customscode'],
  ['motdesc', 'motcode'],
  // The older service.
  ['classification'],
  ['reporter', 'reporter iso', 'reporter code'],
  ['trade flow', 'trade flow code'],
  ['partner', 'partner iso', 'partner code'],
  ['2nd partner', '2nd partner iso', '2nd partner code'],
  ['commodity code'],
  ['commodity'],
];

type Value = { name: string; unit?: string; unitColumn?: string; estimated?: string };

const values: Value[] = [
  { name: 'primaryvalue', unit: 'USD' },
  { name: 'cifvalue', unit: 'USD' },
  { name: 'fobvalue', unit: 'USD' },
  { name: 'qty', unitColumn: 'qtyunitabbr', estimated: 'isqtyestimated' },
  { name: 'altqty', unitColumn: 'altqtyunitabbr', estimated: 'isaltqtyestimated' },
  { name: 'netwgt', unit: 'kg', estimated: 'isnetwgtestimated' },
  { name: 'grosswgt', unit: 'kg', estimated: 'isgrosswgtestimated' },
];

const oldValues: Value[] = [
  { name: 'trade value (us$)', unit: 'USD' },
  { name: 'cif trade value (us$)', unit: 'USD' },
  { name: 'fob trade value (us$)', unit: 'USD' },
  { name: 'netweight (kg)', unit: 'kg' },
  { name: 'gross weight (kg)', unit: 'kg' },
  { name: 'qty', unitColumn: 'qty unit' },
  { name: 'alt qty', unitColumn: 'alt qty unit' },
];

const words = {
  new: new Map([
    ['true', 'estimated'],
    ['1', 'estimated'],
    ['false', ''],
    ['0', ''],
  ]),
  /** Of the older service's column Flag. */
  old: new Map([
    ['0', ''],
    ['2', 'quantity estimated'],
    ['4', 'weight estimated'],
    ['6', 'quantity and weight estimated'],
  ]),
};

function find({ records }: Start) {
  const header = findHeader(
    records,
    (names) =>
      names.includes('period') &&
      (names.includes('primaryvalue') || names.includes('trade value (us$)')),
  );
  const columns = records[header];
  if (!columns) return null;
  const names = columns.map(fold);
  const sample = sampleUnder(records, header);
  const filled = (name: string) => {
    const place = names.indexOf(name);
    return place >= 0 && sample.some((cells) => (cells[place] ?? '') !== '');
  };
  const taken = dimensions.flatMap((choices) => choices.find(filled) ?? []);
  const old = names.includes('qty unit');
  const known = old ? oldValues : values;
  const flag = names.indexOf('flag');
  const layout = layoutOf(columns, {
    period: [names.indexOf('period')],
    dimensions: taken.map((name) => {
      const place = names.indexOf(name);
      return { name: columns[place] ?? name, place };
    }),
    values: known.flatMap((value) => valueColumn(value, columns, names)),
    status: flag < 0 ? [] : [flag],
    statusWords: old ? words.old : words.new,
  });
  return { header, layout, language: 'en' as const, notes };
}

function valueColumn(value: Value, columns: string[], names: string[]): ValueColumn[] {
  const at = (name: string | undefined) => (name === undefined ? -1 : names.indexOf(name));
  const place = at(value.name);
  const unitPlace = at(value.unitColumn);
  if (place < 0 || (value.unitColumn !== undefined && unitPlace < 0)) return [];
  const status = at(value.estimated);
  return [valueAt(place, columns[place] ?? '', { unit: value.unit ?? null, unitPlace, status })];
}

const notes = [
  'most reporters value imports with freight and insurance (CIF) and exports without (FOB)',
  'a quantity or weight of 0 may stand for one that was not reported',
];

export const comtrade: Format = { id: 'comtrade', title: 'UN Comtrade', find };
