import { type ChartSetting, type ChartWords, chartInput } from '@/lib/chart/data';
import { type ChartInput, figuresOf } from '@/lib/chart/input';
import { momentsOf } from '@/lib/chart/moments';
import { chartSources } from '@/lib/chart/sources';
import { chartSpec, type Size } from '@/lib/chart/spec';
import { chartSummary } from '@/lib/chart/summary';
import { chartTable } from '@/lib/chart/table';
import type { ChartDefinition, SeriesDefinition } from '@/lib/claim/claim';
import { fill } from '@/lib/claim/quantity';
import { didYouMean } from '@/lib/nearest';
import { eachPeriod } from '@/lib/table/period-range';
import { selectRows, tableNamed } from '@/lib/table/select';
import {
  checkColumn,
  checkMeasure,
  checkPeriod,
  checkQuantity,
  checkRows,
  isReportedElsewhere,
  quantitiesIn,
} from './quantity';
import { faultsIn, type Ground, joined, made, type Report, within } from './report';
import { checkTexts } from './text';

const SIZES: readonly Size[] = ['wide', 'narrow', 'card', 'half', 'full'];

type FromRows = Extract<SeriesDefinition, { rows: unknown }>;
type FormDefinition = NonNullable<Extract<ChartDefinition, { layout: 'by-row' }>['form']>;
type FromQuantity = Extract<SeriesDefinition, { quantity: unknown }>;

function checkFromRows({ rows }: FromRows, ground: Ground): void {
  const { report } = ground;
  const table = checkRows(rows, 'rows', ground);
  if (!table) return;
  checkMeasure(table, rows.measure, 'rows.measure', report);
  if (rows.point_label) checkColumn(table, rows.point_label, 'rows.point_label', report);
  for (const end of ['from', 'until'] as const)
    if (rows[end]) checkPeriod(rows[end], `rows.${end}`, report);
}

/** The first period with a fault is enough. */
function checkFromQuantity(series: FromQuantity, ground: Ground): void {
  const periods = made(() => eachPeriod(series.periods), ground.report, 'periods') ?? [];
  for (const [field, quantity] of quantitiesIn(series))
    periods.every((period) => checkQuantity(fill(quantity, { period }), field, ground));
}

function checkSeries(series: SeriesDefinition, ground: Ground): void {
  const inner = { ...ground, report: within(ground.report, `series "${series.id}"`) };
  if ('rows' in series) checkFromRows(series, inner);
  else checkFromQuantity(series, inner);
}

function checkForm({ amount, rates }: FormDefinition, ground: Ground): void {
  checkQuantity(amount, 'form.amount', ground);
  rates.forEach((rate, index) => {
    const place = `form.rates ${index + 1}`;
    const table = checkRows(rate, place, ground);
    if (table) checkMeasure(table, rate.measure, `${place}.measure`, ground.report);
  });
}

/** Finds which part of a chart cannot be evaluated. */
function checkParts(definition: ChartDefinition, ground: Ground): void {
  const entries = (list: string, all: object[]) =>
    all.forEach((one, index) => {
      const name = 'id' in one ? `"${one.id}"` : index + 1;
      for (const [field, quantity] of quantitiesIn(one))
        checkQuantity(quantity, joined(`${list} ${name}`, field), ground);
    });
  entries('reference', definition.references);
  if (definition.layout === 'by-row') {
    if (definition.ranking) checkQuantity(definition.ranking, 'ranking', ground);
    entries('row', definition.rows ?? []);
    if (definition.form) checkForm(definition.form, ground);
    return;
  }
  for (const series of definition.series) checkSeries(series, ground);
  definition.events.forEach((event, index) => {
    const report = within(ground.report, `event ${index + 1}`);
    checkRows(event, '', { ...ground, report });
  });
}

/** Faults that throw nothing: nothing is drawn, or in the wrong colour. */
function checkDrawn(definition: ChartDefinition, chart: ChartInput, report: Report): void {
  if (figuresOf(chart).every(({ value }) => value === null)) report('', 'draws no figure at all');
  else if (chart.layout === 'over-time')
    for (const { id, points } of chart.series)
      if (points.every(({ value }) => value === null))
        report(`series "${id}"`, 'has no figure in any of its periods');
  if (definition.layout !== 'by-row') return;
  const names = chart.layout === 'by-row' ? chart.rows.map(({ id }) => id) : [];
  for (const name of Object.keys(definition.tones ?? {}))
    if (!names.includes(name)) report('tones', `no row "${name}"${didYouMean(name, names)}`);
}

/** Makes everything that is shown of a chart: pictures of each size, its numbers, its description. */
function checkMade(chart: ChartInput, { tables, report }: Ground): void {
  for (const size of SIZES) made(() => chartSpec(chart, size), report, `picture ${size}`);
  made(() => chartTable(chart), report, 'the numbers as a table');
  made(() => chartSummary(chart), report, 'description');
  made(() => momentsOf(chart), report, 'the live chart');
  made(() => chartSources(chart, tables), report, 'sources');
}

/** Conditions that each match some row, but none together, draw no line. */
function checkEvents(definition: ChartDefinition, { tables, report }: Ground): void {
  if (definition.layout !== 'over-time') return;
  definition.events.forEach(({ table, where }, index) => {
    if (!selectRows(tableNamed(tables, table), where).some(({ period }) => period))
      report(`event ${index + 1}`, 'draws no line: no dated row meets its conditions');
  });
}

/** `words` are the title and subtitle as a reader sees them. Returns the chart, where it can be made. */
export function checkChart(
  definition: ChartDefinition,
  words: ChartWords,
  setting: ChartSetting,
  ground: Ground,
): ChartInput | undefined {
  const { report } = ground;
  checkTexts({ title: words.title, subtitle: words.subtitle, note: words.note }, report);
  try {
    const chart = chartInput(definition, words, setting);
    checkDrawn(definition, chart, report);
    checkEvents(definition, ground);
    checkMade(chart, ground);
    checkTexts(chart, report);
    return chart;
  } catch (error) {
    const faults = faultsIn(report, (counted) =>
      checkParts(definition, { ...ground, report: counted }),
    );
    const { message } = error as Error;
    if (faults === 0 && !isReportedElsewhere(message, ground)) report('', message);
    return undefined;
  }
}
