import { type Format, findHeader, fold, type Start, sampleUnder } from '../format';
import { dimensionsBut, layoutOf, valueAt } from '../layout';

/** The columns that every table has, English and French. */
const columns = {
  period: ['ref_date', 'période de référence', 'periode de reference'],
  dguid: ['dguid', 'idugd'],
  unit: ['uom', 'unité de mesure'],
  unitId: ['uom_id', "identificateur d'unité de mesure", 'identificateur d’unité de mesure'],
  factor: ['scalar_factor', 'facteur scalaire'],
  factorId: ['scalar_id', 'identificateur scalaire'],
  vector: ['vector', 'vecteur'],
  coordinate: ['coordinate', 'coordonnées', 'coordonnée'],
  value: ['value', 'valeur'],
  status: ['status', 'statut'],
  symbol: ['symbol', 'symbole'],
  terminated: ['terminated', 'terminé', 'fin'],
  decimals: ['decimals', 'décimales', 'décimale'],
};

/** Tens to the power of SCALAR_ID, in the words of SCALAR_FACTOR. */
const factors = new Map(
  [
    ['units', 'unités', 'unité', 'unit'],
    ['tens', 'dizaines'],
    ['hundreds', 'centaines'],
    ['thousands', 'milliers'],
    ['tens of thousands', 'dizaines de milliers'],
    ['hundreds of thousands', 'centaines de milliers'],
    ['millions', 'millions'],
    ['tens of millions', 'dizaines de millions'],
    ['hundreds of millions', 'centaines de millions'],
    ['billions', 'milliards'],
  ].flatMap((words, power) => words.map((word) => [word, 10 ** power] as const)),
);

function find({ records, delimiter }: Start) {
  const header = findHeader(
    records,
    (names) =>
      columns.period.includes(names[0] ?? '') && names.some((name) => columns.value.includes(name)),
  );
  const names = records[header];
  if (!names) return null;
  const folded = names.map(fold);
  const at = (part: keyof typeof columns) =>
    folded.findIndex((name) => columns[part].includes(name));
  const places = Object.keys(columns).map((part) => at(part as keyof typeof columns));
  const value = at('value');
  const french = folded[0] !== 'ref_date';
  const comma = french && usesComma(sampleUnder(records, header), value, delimiter);
  const layout = layoutOf(names, {
    period: [at('period')],
    dimensions: dimensionsBut(names, places),
    values: [valueAt(value, names[value] ?? '')],
    unit: at('unit'),
    factor: at('factor'),
    factors,
    status: [at('status'), at('symbol'), at('terminated')].filter((place) => place >= 0),
    marks: { decimal: comma ? ',' : '.', group: '' },
  });
  return { header, layout, language: french ? ('fr' as const) : ('en' as const), notes: [] };
}

/** The publisher never groups digits, so one figure with a mark tells; without any, the delimiter does. */
function usesComma(sample: string[][], place: number, delimiter: string): boolean {
  const printed = sample.map((cells) => cells[place] ?? '');
  if (printed.some((text) => /^-?\d*\.\d+$/.test(text))) return false;
  return delimiter === ';' || printed.some((text) => /^-?\d*,\d+$/.test(text));
}

export const statcan: Format = { id: 'statcan', title: 'Statistics Canada table', find };

/** The file beside a full table that describes it. */
export function isStatcanMetadata(records: string[][]): boolean {
  const names = (records[0] ?? []).map(fold);
  return names[0] === 'cube title' || names[0] === 'titre du cube';
}
