import type { View } from '@/lib/view/view';

/**
 * What a link asks for, made while the page showed `from`, done to the view that is asked for now: of two series added
 * while figures are on their way, neither takes the other back.
 */
export function merged(now: View, from: View, to: View): View {
  const changed = Object.keys({ ...from, ...to }).filter((key) => {
    const name = key as keyof View;
    return JSON.stringify(from[name]) !== JSON.stringify(to[name]);
  });
  const view: Record<string, unknown> = { ...now };
  for (const key of changed) view[key] = to[key as keyof View];
  if (changed.includes('series')) view.series = seriesOf(now, from, to);
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}

function seriesOf(now: View, from: View, to: View): string[] {
  const [before = [], after = []] = [from.series, to.series];
  const kept = (now.series ?? []).filter((id) => after.includes(id) || !before.includes(id));
  return [...new Set([...kept, ...after.filter((id) => !before.includes(id))])];
}
