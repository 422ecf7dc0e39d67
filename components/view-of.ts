import words from '@/data/words/en.json';
import type { ChartInput } from '@/lib/chart/input';
import { message } from '@/lib/message';
import { applyView, type Viewed } from '@/lib/view/apply-view';
import type { Units, View } from '@/lib/view/view';

/** An axis says the units that the reader chose. */
export const axisTitle = (unit: string, units: Units = 'lin'): string =>
  message(words.axis_view[units], { unit });

/** The chart in a reader's view, its axis saying the units that they chose. */
export function viewOf(chart: ChartInput, view: View): Viewed {
  const viewed = applyView(chart, view);
  if (chart.layout !== 'over-time') return viewed;
  const axis = { ...viewed.input.axis, title: axisTitle(chart.axis.title, view.units) };
  return { ...viewed, input: { ...viewed.input, axis } as ChartInput };
}
