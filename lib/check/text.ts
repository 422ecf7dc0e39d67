import { placeOf } from '@/lib/place';
import type { Report } from './report';

const left = /\{[^{}]*\}|\$(?:each|period)\b/;
/** What a program prints for a missing value. */
const none = /\b(?:undefined|NaN|Infinity|Invalid Date|\[object Object\])/;

const CURE =
  'only a series over periods and a ranking over periods fill in {period}, only a list {each}: write the text out';

/** The fault of a text that a reader sees. */
export function textFault(text: string): string | undefined {
  const [placeholder] = left.exec(text) ?? [];
  if (placeholder)
    return `${JSON.stringify(placeholder)} would reach a reader: ${JSON.stringify(text)}; ${CURE}`;
  const [nothing] = none.exec(text) ?? [];
  return nothing && `${JSON.stringify(nothing)} would reach a reader: ${JSON.stringify(text)}`;
}

/** Checks every text in `value`, which stands at `path` in `root`. */
export function checkTexts(
  value: unknown,
  report: Report,
  root = value,
  path: PropertyKey[] = [],
): void {
  if (typeof value === 'string') {
    const fault = textFault(value);
    if (fault) report(placeOf(path, root), fault);
  } else if (Array.isArray(value))
    value.forEach((one, index) => {
      checkTexts(one, report, root, [...path, index]);
    });
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) checkTexts(one, report, root, [...path, key]);
}
