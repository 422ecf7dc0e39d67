import { tableChart } from '@/components/table-chart';
import { type ChartInput, figuresOf } from '@/lib/chart/input';
import { chartTable } from '@/lib/chart/table';
import type { Claim } from '@/lib/claim/claim';
import { evidence } from '@/lib/claim/evidence';
import { rowAt } from '@/lib/table/row-index';
import { parseRowName } from '@/lib/table/row-name';
import type { Tables } from '@/lib/table/select';
import type { Data, Invariant } from './tables';

/** What is true of the claims and charts whatever is imported. Each gives a line for every fault. */

const claimsIn = ({ catalog }: Data): Claim[] => catalog.claims.claims;

function quotes(data: Data): string[] {
  const whole = ({ prefix, quote, suffix }: Claim) => prefix + quote + suffix;
  const all = claimsIn(data);
  return all.flatMap((claim) => {
    const { id, quote, prefix, suffix, paragraph, text } = claim;
    const found = [
      quote !== quote.trim() && 'the quote begins or ends with a space',
      // Of a text that was not seen whole the words around a quote may not be known.
      text.sha256 && `${prefix}${suffix}`.trim() === '' && 'no words around the quote',
      whole(claim).split(quote).length !== 2 && 'the quote stands twice among its own words',
      all.some(
        (other) =>
          other !== claim && other.paragraph === paragraph && whole(other).includes(whole(claim)),
      ) && 'another claim has the same words',
    ];
    return found.flatMap((fault) => (fault ? [`${id}: ${fault}`] : []));
  });
}

function questions(data: Data): string[] {
  return claimsIn(data).flatMap(({ id, readings }) => [
    ...(readings[0]?.name.startsWith('As worded') ? [] : [`${id}: no reading as worded`]),
    ...readings.flatMap(({ question, tests }) => [
      ...(question.endsWith('?') ? [] : [`${id}: ${question}`]),
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

function chartFaults(input: ChartInput, tables: Tables): string[] {
  const marks = figuresOf(input);
  const drawn = input.layout === 'by-row' ? marks : marks.filter(({ value }) => value !== null);
  const cells = chartTable(input).lines.flatMap((line) => line.cells);
  const filled = cells.filter(({ text }) => text !== '');
  const lost = marks.flatMap(({ rows }) => rows).filter((name) => !stands(tables, name));
  return [
    ...(filled.length === drawn.length ? [] : [`${filled.length} cells for ${drawn.length} marks`]),
    ...lost.map((name) => `no row ${name}`),
  ];
}

function charts(data: Data): string[] {
  const { catalog } = data;
  const ofTables = Object.keys(catalog.tableCharts).flatMap((id) => tableChart(catalog, id) ?? []);
  const ofClaims = claimsIn(data).flatMap((claim) => evidence(catalog, claim).charts);
  return [...ofClaims, ...ofTables].flatMap((input) =>
    chartFaults(input, catalog.tables).map((fault) => `${input.id} “${input.title}”: ${fault}`),
  );
}

export const claimInvariants: Record<string, Invariant> = {
  'every quote has words around it that no other has': quotes,
  'every claim has a reading as worded, questions and reasons': questions,
  'every chart has a cell for each figure, and each figure its rows': charts,
};
