import words from '@/data/words/en.json';
import type { ChartInput } from '@/lib/chart/input';
import { message } from '@/lib/message';
import { applyView, type Viewed } from '@/lib/view/apply-view';
import type { View } from '@/lib/view/view';

/** The chart in a reader's view, its axis saying the units that they chose. */
export function viewOf(chart: ChartInput, view: View): Viewed {
  const viewed = applyView(chart, view);
  const units = view.units ?? 'lin';
  if (units === 'lin' || chart.layout !== 'over-time') return viewed;
  const title = message(words.axis_view[units], { unit: chart.axis.title });
  const axis = { ...viewed.input.axis, title };
  return { ...viewed, input: { ...viewed.input, axis } as ChartInput };
}
