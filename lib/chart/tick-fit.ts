import type { Tick } from './spec';
import { textWidth } from './text-width';

/** A horizontal axis: where a value stands, how wide the picture is and how large its text. */
export type Ruler = { px: (at: number) => number; width: number; font: number; gap: number };

/** A label that would leave the picture begins or ends at its tick instead of standing centred. */
export function kept(ticks: Tick[], { px, width, font }: Ruler): Tick[] {
  return ticks.map((tick) => {
    const half = textWidth(tick.label, font) / 2;
    if (px(tick.at) - half < 0) return { ...tick, anchor: 'start' };
    return px(tick.at) + half > width ? { ...tick, anchor: 'end' } : tick;
  });
}

function extent({ at, label, anchor }: Tick, { px, font }: Ruler): [number, number] {
  const width = textWidth(label, font);
  const left = px(at) - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  return [left, left + width];
}

/** Whether labels side by side leave the gap between them. */
export function apart(ticks: Tick[], ruler: Ruler): boolean {
  const extents = kept(ticks, ruler).map((tick) => extent(tick, ruler));
  return extents.every(([left], index) => {
    const before = extents[index - 1];
    return !before || left - before[1] >= ruler.gap;
  });
}
