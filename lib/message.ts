import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALE } from './locale';

/** Results and words may be strings, counts numbers. */
export type Values = Record<string, string | number>;

const compiled = new Map<string, IntlMessageFormat>();

/** Throws where the text is no ICU message. */
export function compiledMessage(text: string): IntlMessageFormat {
  const format =
    compiled.get(text) ?? new IntlMessageFormat(text, LOCALE, undefined, { ignoreTag: true });
  compiled.set(text, format);
  return format;
}

/** An ICU message with its values put in. Throws, naming the message, where a value is not given. */
export function message(text: string, values: Values = {}): string {
  const format = compiledMessage(text);
  try {
    return String(format.format(values));
  } catch (error) {
    throw new Error(`"${text}": ${(error as Error).message}`);
  }
}
