import words from '@/data/words/quality.json';
import { formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import { BUDGETS, budgetOf, type Group, isOver, type Measure, type Unit } from './budgets';
import type { Figure, QualityRecord } from './record';

/** A figure as a reader reads it, beside its budget. */

export type Line = { what: string; at?: string; measured: string; most: string; outcome: string };

/** What a unit is shown in: thousands of bytes, hundredths. */
const SHOWN: Partial<Record<Unit, number>> = { bytes: 0.001, share: 100 };

const DIGITS: Partial<Record<Unit, number>> = { seconds: 2, score: 3 };

function formatFigure(measure: Measure, value: number): string {
  const { unit } = budgetOf(measure);
  const shown = value * (SHOWN[unit] ?? 1);
  const n = formatNumber(shown, { maximumFractionDigits: DIGITS[unit] ?? 1 });
  return message(words.units[unit], { n });
}

function outcomeOf(measure: Measure, figure: Figure | undefined): keyof typeof words.outcomes {
  if (!figure) return 'unmeasured';
  if (isOver(measure, figure.value)) return 'over';
  if (budgetOf(measure).most === undefined) return 'told';
  return figure.held ? 'within' : 'unheld';
}

/** Every measure of a group, also one that was not taken. */
export function linesOf(group: Group, records: (QualityRecord | undefined)[]): Line[] {
  const figures = records.flatMap((record) => record?.figures ?? []);
  const measures = (Object.keys(BUDGETS) as Measure[]).filter(
    (one) => budgetOf(one).group === group,
  );
  return measures.map((measure) => {
    const figure = figures.find((one) => one.measure === measure);
    const { most } = budgetOf(measure);
    return {
      what: words.measures[measure],
      at: figure?.at,
      measured: figure ? formatFigure(measure, figure.value) : '',
      most: most === undefined ? '' : formatFigure(measure, most),
      outcome: words.outcomes[outcomeOf(measure, figure)],
    };
  });
}
