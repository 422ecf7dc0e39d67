import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Write } from './output';

/** One line of JSON for each request. Of what readers put into an address only choices from a list are told. */

const CHOICES = new Set([
  ...['time', 'series', 'units', 'base', 'scale', 'currency', 'freq', 'form', 'tab', 'v', 'hide'],
  ...[
    'amount',
    'day',
    'step',
    'from',
    'to',
    'topic',
    'verdict',
    'size',
    'chart',
    'density',
    'csvType',
    'format',
  ],
  ...Array.from({ length: 9 }, (_, index) => `r${index + 1}`),
]);

const LONGEST = 200;

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;

export const isChoice = (name: string): boolean => CHOICES.has(name);

/** Path and choices of an address: no words of a search, no address of another page. */
export function told(address: string): { path: string; query?: Record<string, string> } {
  const [path = '', ...rest] = address.split('?');
  const query = rest.join('?');
  const chosen = [...new URLSearchParams(query.slice(0, 2000))]
    .filter(([name]) => isChoice(name))
    .map(([name, value]) => [name, shortened(value)] as const);
  if (chosen.length === 0) return { path: shortened(path) };
  return { path: shortened(path), query: Object.fromEntries(chosen) };
}

export type Log = ReturnType<typeof logTo>;

const lineOf = (line: object): string => JSON.stringify({ at: new Date().toISOString(), ...line });

/**
 * Lines are gathered while the server is busy: a write for each request would take longer than the answer. Those that
 * cannot be written are dropped, and the next ones tell how many.
 */
export function logTo(write: Write, on = true) {
  let waiting: string[] = [];
  let dropped = 0;

  const flush = () => {
    const [lines, lost] = [waiting, dropped];
    if (lines.length === 0) return;
    [waiting, dropped] = [[], 0];
    // The last line before may have been cut off.
    const note = lost === 0 ? '' : `\n${lineOf({ dropped: lost })}\n`;
    write(`${note}${lines.join('\n')}\n`, (fault) => {
      if (fault) dropped += lost + lines.length;
    });
  };

  const say = (line: object) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(lineOf(line));
  };

  return {
    flush,
    say,
    /** To be called when the request is answered. */
    request({ method, url = '' }: IncomingMessage, response: ServerResponse): () => void {
      if (!on) return () => {};
      const began = performance.now();
      return () => {
        const ms = Math.round((performance.now() - began) * 10) / 10;
        say({ method, ...told(url), status: response.statusCode, ms });
      };
    },
    error(error: unknown) {
      say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  };
}
