import type { ChartInput } from '@/lib/chart/input';
import { once } from '@/lib/once';
import { applyView, type Viewed } from '@/lib/view/apply-view';
import type { View } from '@/lib/view/view';

/** The chart in a reader's view. A page asks for it where it draws and where it tells what may be taken away. */
export const viewOf = (chart: ChartInput, view: View): Viewed => viewedIn(view, chart);

const viewedIn = once((view: View, chart: ChartInput): Viewed => applyView(chart, view));
