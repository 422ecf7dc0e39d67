/** Asking for a place makes the browser lay out what it has. */
const ASK = 'document.body.offsetTop';

/**
 * Has what stands above laid out and painted before the rest of the page is read. A page comes whole while its style
 * is on the way; laid out in one go it holds a slow phone for a quarter of a second.
 */
export function PaintSoFar() {
  return <script>{ASK}</script>;
}
