import words from '@/data/words/en.json';
import type { ChartInput } from '@/lib/chart/input';
import { message } from '@/lib/message';
import { once } from '@/lib/once';
import { applyView, type Viewed } from '@/lib/view/apply-view';
import type { Units, View } from '@/lib/view/view';

/** An axis says the units that the reader chose. */
export const axisTitle = (unit: string, units: Units = 'lin'): string =>
  message(words.axis_view[units], { unit });

/** The chart in a reader's view, its axis saying the units that they chose. */
export const viewOf = (chart: ChartInput, view: View): Viewed => viewedIn(view, chart);

/** A page asks for it where it draws and where it tells what may be taken away. */
const viewedIn = once((view: View, chart: ChartInput): Viewed => {
  const viewed = applyView(chart, view);
  if (chart.layout !== 'over-time') return viewed;
  const axis = { ...viewed.input.axis, title: axisTitle(chart.axis.title, view.units) };
  return { ...viewed, input: { ...viewed.input, axis } as ChartInput };
});
