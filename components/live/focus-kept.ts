import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What stands for the focused element in another drawing of the chart: a mark's link, a series' button. */
function placeOf(element: Element | null): string | null {
  const series = element?.getAttribute('data-series');
  if (series) return `[data-series="${CSS.escape(series)}"]`;
  const mark = element?.querySelector('[data-mark]')?.getAttribute('data-mark');
  return mark ? `a:has([data-mark="${CSS.escape(mark)}"])` : null;
}

/**
 * Called before a drawing takes another's place: once it has, the focus that was in the one is at the same mark or
 * button of the other.
 */
export function useFocusKept(root: RefObject<HTMLElement | null>, drawing: string): () => void {
  const held = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the drawing has changed
  useLayoutEffect(() => {
    const place = held.current;
    held.current = null;
    if (place === null) return;
    const found = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
    (found(place) ?? found('.live-keys'))?.focus({ preventScroll: true });
  }, [root, drawing]);
  return () => {
    const { activeElement } = document;
    if (!root.current?.contains(activeElement)) return;
    held.current = placeOf(activeElement) ?? '.live-keys';
  };
}
