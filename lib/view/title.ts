import words from '@/data/words/view.json';
import type { ChartPoint, OverTime } from '@/lib/chart/input';
import { filled } from '@/lib/plain-format';
import type { Units } from './units';

/** What a view other than a chart's own is called: measure, basis, units and span, never a finding. */

type Named = Pick<OverTime, 'title' | 'subtitle' | 'measure' | 'basis' | 'kinds' | 'axis'>;

function changeUnit({ kinds, axis }: Pick<Named, 'kinds' | 'axis'>): string {
  if (kinds.includes('rank')) return words.changeUnit.rank;
  return axis.title.startsWith('%') ? words.changeUnit.percent : axis.title;
}

const unitsIn = (said: Record<Units, string>, chart: Named, units: Units, base: string | null) =>
  filled(said[units], {
    unit: units === 'chg' ? changeUnit(chart) : chart.axis.title,
    base: base ?? '',
  });

/** An axis says the units that the reader chose. */
export const axisTitle = (chart: Named, units: Units, base: string | null): string =>
  unitsIn(words.axis, chart, units, base);

const YEAR = /^\d{4}$/;

/** From the first to the last of the values shown. */
export function spanText(points: ChartPoint[]): string | null {
  const known = points.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const first = known.reduce((a, b) => (b.start < a.start ? b : a)).when;
  const last = known.reduce((a, b) => (b.end > a.end ? b : a)).when;
  if (first === last) return first;
  const years = YEAR.test(first) && YEAR.test(last);
  return filled(years ? words.years : words.span, { from: first, to: last });
}

export function neutralWords(
  chart: Named,
  points: ChartPoint[],
  units: Units,
  base: string | null,
): Pick<OverTime, 'title' | 'subtitle'> {
  const measure = chart.measure ?? chart.title;
  const span = spanText(points);
  const title = span === null ? measure : filled(words.title, { measure, span });
  const { basis } = chart;
  const said = unitsIn(words.units, chart, units, base);
  if (basis) return { title, subtitle: filled(words.joined, { basis, units: said }) };
  return { title, subtitle: units === 'lin' ? chart.subtitle : said };
}
