import words from '@/data/words/view.json';
import { filled, formatChartValue, formatNumber } from '@/lib/plain-format';
import type { ChartRow, DatedRate, StepsForm } from './input';

/** What a reader puts in the place of a form's own values. */
export type OwnSteps = { amount?: number; day?: string; step?: number[] };

type Step = { label: string; percent: number; rows: string[] };

/** The last rate that begins by the time; of one day, the later in the table. */
const inForce = (dated: DatedRate[], time: number): DatedRate | undefined =>
  dated.findLast(({ from }) => from <= time);

const percentText = (percent: number): string =>
  formatNumber(percent, { maximumFractionDigits: 2 });

/** Rates are per cent of the amount itself: two of them add up, and none is charged on the other. */
function ratesOn({ rates }: StepsForm, time: number): Step[] {
  return rates.flatMap(({ label, dated }) => {
    const rate = inForce(dated, time);
    return rate ? [{ label, percent: rate.percent, rows: rate.rows }] : [];
  });
}

/** The amount, and the sum after each step: first the rates in force on the day, then the reader's own, on all before. */
export function stepRows(form: StepsForm, own: OwnSteps, suffix?: string): ChartRow[] {
  const amount = own.amount ?? form.amount;
  const ours = own.amount === undefined;
  const row = (id: string, label: string, value: number, rows: string[]): ChartRow => ({
    ...{ id, label, value, rows, text: formatChartValue(value, suffix) },
    tone: id === 'amount' ? 'main' : 'grey',
  });
  const first = ours ? form.label : words.steps.amount;
  const all = [row('amount', first, amount, ours ? form.rows : [])];
  let sum = amount;
  const rates = ratesOn(form, Date.parse(own.day ?? form.day));
  for (const [index, { label, percent, rows }] of rates.entries()) {
    sum += (amount * percent) / 100;
    const said = filled(words.steps.step, { label, percent: percentText(percent) });
    all.push(row(`rate-${index + 1}`, said, sum, rows));
  }
  for (const [index, percent] of (own.step ?? []).entries()) {
    sum *= 1 + percent / 100;
    const label = filled(words.steps.own, { number: index + 1 });
    const said = filled(words.steps.step, { label, percent: percentText(percent) });
    all.push(row(`own-${index + 1}`, said, sum, []));
  }
  return all;
}
