import { tableChart } from '@/components/table-chart';
import { type ChartInput, figuresOf } from '@/lib/chart/input';
import { chartTable } from '@/lib/chart/table';
import type { Claim } from '@/lib/claim/claim';
import type { Evaluated } from '@/lib/claim/evaluated';
import { type Evidence, evidence } from '@/lib/claim/evidence';
import { rowAt } from '@/lib/table/row-index';
import { parseRowName, rowName } from '@/lib/table/row-name';
import type { Tables } from '@/lib/table/select';
import { deadBranches, everySaying } from './forced';
import type { Data, Invariant } from './tables';

/** What is true of the claims whatever is imported. Each gives a line for every fault. */

const claimsIn = ({ catalog }: Data): Claim[] => catalog.claims.claims;

const evidences = ({ catalog }: Data): Evidence[] =>
  catalog.claims.claims.map((claim) => evidence(catalog, claim));

/** Text that has lost a value, or has one put in where there is none. */
const BROKEN = /[{}]|\b(NaN|Infinity|undefined|null)\b|\$each|\$period| {2}| [,.;]/;

function quotes(data: Data): string[] {
  const whole = ({ prefix, quote, suffix }: Claim) => prefix + quote + suffix;
  const all = claimsIn(data);
  const faults = all.flatMap((claim) => {
    const { id, quote, prefix, suffix, paragraph } = claim;
    const found = [
      quote !== quote.trim() && 'the quote begins or ends with a space',
      `${prefix}${suffix}`.trim() === '' && 'no words around the quote',
      whole(claim).split(quote).length !== 2 && 'the quote stands twice among its own words',
      all.some(
        (other) =>
          other !== claim && other.paragraph === paragraph && whole(other).includes(whole(claim)),
      ) && 'another claim has the same words',
    ];
    return found.flatMap((fault) => (fault ? [`${id}: ${fault}`] : []));
  });
  return faults;
}

function questions(data: Data): string[] {
  return claimsIn(data).flatMap(({ id, readings, restatement }) => [
    ...(BROKEN.test(restatement) ? [`${id}: ${restatement}`] : []),
    ...(readings[0]?.name.startsWith('As worded') ? [] : [`${id}: no reading as worded`]),
    ...readings.flatMap(({ question, note = '', tests }) => [
      ...(/\?$/.test(question) && !BROKEN.test(question) ? [] : [`${id}: ${question}`]),
      ...(BROKEN.test(note) ? [`${id}: ${note}`] : []),
      ...tests.flatMap((test) =>
        'threshold' in test && test.threshold && test.threshold.reason.length < 10
          ? [`${id}: ${question}: ${test.threshold.reason}`]
          : [],
      ),
    ]),
  ]);
}

const stands = (tables: Tables, name: string): boolean => {
  try {
    return rowAt(tables, parseRowName(name)) !== undefined;
  } catch {
    return false;
  }
};

const withParts = (input: Evaluated): Evaluated[] => [
  input,
  ...input.parts.flatMap(withParts),
  ...input.places.flatMap(({ value }) => withParts(value)),
];

function inputFaults(input: Evaluated, tables: Tables): string[] {
  const lost = input.rows.map(({ table, key }) => rowName(table, key));
  return [
    ...lost.filter((name) => !stands(tables, name)).map((name) => `no row ${name}`),
    ...(BROKEN.test(input.label) ? [input.label] : []),
    ...(input.value !== null && !Number.isFinite(input.value) ? [`${input.label}: no number`] : []),
  ];
}

/** Unsettled only where something is missing, and held only by figures that stand in rows. */
function readings(data: Data): string[] {
  const { tables } = data.catalog;
  return evidences(data).flatMap(({ result, conflicts }) => [
    ...result.readings.flatMap(({ number, outcomes }) =>
      outcomes.flatMap(({ test, result: found, inputs, measured }) => {
        const all = inputs.flatMap(withParts);
        const known = test.kind !== 'missing' && inputs.every(({ value }) => value !== null);
        const faults = all.flatMap((input) => inputFaults(input, tables));
        // Nothing is a per cent of nothing.
        if (known && measured && found === 'unsettled') faults.push('unsettled with all known');
        if (!known && found === 'holds') faults.push('holds without a figure');
        return faults.map((fault) => `${result.claim.id}, reading ${number}: ${fault}`);
      }),
    ),
    ...conflicts.flatMap(({ sides }) =>
      sides
        .flatMap((side) => inputFaults(side, tables))
        .map((fault) => `${result.claim.id}: ${fault}`),
    ),
  ]);
}

const SENTENCE = /^[A-Z“].*\.$/s;

function sayings(data: Data): string[] {
  return evidences(data).flatMap(({ result }) => {
    const { id, answer, charts } = result.claim;
    const said = (text: string) => everySaying(result, text);
    const words = charts.flatMap(({ title, subtitle }) => [title, subtitle]);
    return [
      ...said(answer).filter((one) => BROKEN.test(one) || !SENTENCE.test(one)),
      ...words
        .flatMap(said)
        .filter((one) => BROKEN.test(one) || one.trim() === '' || one !== one.trim()),
      ...[answer, ...words].flatMap(deadBranches),
    ].map((one) => `${id}: ${one}`);
  });
}

const tableCharts = ({ catalog }: Data): ChartInput[] =>
  Object.keys(catalog.tableCharts).flatMap((id) => tableChart(catalog, id) ?? []);

function chartFaults(input: ChartInput, tables: Tables): string[] {
  const marks = figuresOf(input);
  const drawn = input.layout === 'by-row' ? marks : marks.filter(({ value }) => value !== null);
  const filled = chartTable(input).lines.flatMap(({ cells }) =>
    cells.filter(({ text }) => text !== ''),
  );
  const lost = marks.flatMap(({ rows }) => rows).filter((name) => !stands(tables, name));
  const words = input.layout === 'by-row' ? input.rows : input.series;
  return [
    ...(drawn.length === 0 ? ['nothing is drawn'] : []),
    ...(filled.length === drawn.length ? [] : [`${filled.length} cells for ${drawn.length} marks`]),
    ...lost.map((name) => `no row ${name}`),
    ...words.flatMap(({ label }) => (BROKEN.test(label) ? [label] : [])),
  ];
}

function charts(data: Data): string[] {
  const all = [...evidences(data).flatMap((one) => one.charts), ...tableCharts(data)];
  return all.flatMap((input) =>
    chartFaults(input, data.catalog.tables).map(
      (fault) => `${input.id} “${input.title}”: ${fault}`,
    ),
  );
}

export const claimInvariants: Record<string, Invariant> = {
  'every quote has words around it that no other has': quotes,
  'every claim has a reading as worded, questions and reasons': questions,
  'every reading is settled by its rows, or says what is missing': readings,
  'every answer and title can be said for every outcome': sayings,
  'every chart draws its figures, and each has its row': charts,
};
