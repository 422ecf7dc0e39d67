'use client';

import { useEffect } from 'react';

/** What the browser has put off (`app/far.css`), from the outside in. */
function firstPutOff(): HTMLElement | undefined {
  const boxes = document.querySelectorAll<HTMLElement>(
    'main section, main details > *, main .card, main .live',
  );
  return [...boxes].find(
    (box) =>
      box.checkVisibility({ contentVisibilityAuto: true }) &&
      getComputedStyle(box).contentVisibility === 'auto',
  );
}

/** A page that is never at rest lays it out all the same. */
const LATEST = { timeout: 3000 };

/**
 * Lays out what is far while nothing else is to do, one box at a time: so that a picture of the whole page has all of
 * it. A browser without the way to ask when that is lays out what a reader comes near to.
 */
export function LayOutFar() {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return;
    let asked = requestIdleCallback(layOutNext, LATEST);
    function layOutNext() {
      const box = firstPutOff();
      if (!box) return;
      box.style.contentVisibility = 'visible';
      asked = requestIdleCallback(layOutNext, LATEST);
    }
    return () => cancelIdleCallback(asked);
  }, []);
  return null;
}
