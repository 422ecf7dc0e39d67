import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALE } from './locale';

/** Results and words may be strings, counts numbers. */
export type Values = Record<string, string | number>;

const compiled = new Map<string, IntlMessageFormat>();

/** An ICU message with its values put in. Throws, naming the message, where a value is not given. */
export function message(text: string, values: Values = {}): string {
  let format = compiled.get(text);
  if (!format) {
    format = new IntlMessageFormat(text, LOCALE, undefined, { ignoreTag: true });
    compiled.set(text, format);
  }
  try {
    return String(format.format(values));
  } catch (error) {
    throw new Error(`"${text}": ${(error as Error).message}`);
  }
}
