import { useLayoutEffect, useRef } from 'react';

/** Places whose links come and go with the view. */
const LISTS = ['.shown-series .turn', '.shown-series .remove', '.found-series a'];

/** Of a chart that has come alive: a picture that is not yet to be pointed at is inert. */
const LIVE = [
  '.recharts-brush-traveller',
  '.live-keys',
  '.live-series button',
  '.live-all-years',
].map((part) => `.live > :not([inert]) ${part}`);

type Place = {
  now: () => Element | undefined | null;
  /** Whether it may take a moment to come. */
  later?: boolean;
};

/** Where the focus is, in words that hold when the markup is made anew. */
function placeOf(element: Element | null): Place | null {
  if (element?.closest('.view-form')) {
    const { id } = element;
    return { now: () => document.querySelector(id ? `#${id}` : '.view-form [type=submit]') };
  }
  const found = [...LISTS, ...LIVE].find((list) => element?.matches(list));
  if (found === undefined) return null;
  const all = () => [...document.querySelectorAll(found)];
  const at = all().indexOf(element as Element);
  if (LIVE.includes(found)) return { now: () => all()[at], later: true };
  // The next in the list, or what is left of it.
  return { now: () => all()[at] ?? all().at(-1) ?? document.querySelector('#q') };
}

const isNowhere = () => document.activeElement === document.body;

function focus({ now }: Place): boolean {
  const next = now();
  if (!(next instanceof HTMLElement || next instanceof SVGElement)) return false;
  next.focus({ preventScroll: true });
  return true;
}

/** Tries until the place is there, or the reader has gone elsewhere. */
function focusLater(place: Place): () => void {
  const observer = new MutationObserver(() => {
    if (!isNowhere() || focus(place)) observer.disconnect();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['inert'] });
  return () => observer.disconnect();
}

/** Keeps the reader's place when the view that they changed is drawn anew. */
export function useKeptFocus(drawn: string) {
  const place = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const note = ({ target }: Event) => {
      place.current = placeOf(target as Element);
    };
    place.current ??= placeOf(document.activeElement);
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each view that is drawn
  useLayoutEffect(() => {
    if (!isNowhere() || !place.current || focus(place.current)) return;
    if (place.current.later) return focusLater(place.current);
  }, [drawn]);
}
