import { notHidden, seriesNamed } from './series-in';
import type { View } from './view';

/** A choice of series with one more; none where it comes to all of the chart's, and to no other's. */
function withOne(own: string[], series: string[], id: string): string[] | undefined {
  const more = [...series, id];
  const isAll = own.every((one) => more.includes(one)) && more.every((one) => own.includes(one));
  return isAll ? undefined : more;
}

/**
 * What to choose so that one of a chart's series is turned off, or on again. What is turned off is hidden and still
 * counts, so that no other number changes; what other charts of the page were asked for stays.
 */
export function turned(all: { id: string }[], view: View, id: string): Partial<View> {
  const own = all.map((one) => one.id);
  const named = seriesNamed(all, view);
  const { hide = [], series = [] } = view;
  const isOn = notHidden(named, view).some((one) => one.id === id);
  const hidden = own.filter((one) => (one === id ? isOn : hide.includes(one)));
  const off = [...hidden, ...hide.filter((one) => !own.includes(one))];
  const isNamed = named.some((one) => one.id === id);
  return {
    hide: off.length > 0 ? off : undefined,
    ...(isNamed ? {} : { series: withOne(own, series, id) }),
  };
}
