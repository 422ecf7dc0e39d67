import { textWidth, type Weight, wordsOf, wrapText } from './text-width';

/** Where text has to go, in pixels, and how many lines there is room for. */
export type Room = { width: number; size: number; weight?: Weight; most?: number };

/** No picture has room for more: what comes after is never measured. */
const MOST_CHARACTERS = 4000;

/** What no XML may hold: control characters, halves of a pair, the two that are no characters. */
const UNLAWFUL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export const lawful = (text: string): string => text.replace(UNLAWFUL, '');

/** A word that no line can hold, in parts that it can. */
function broken(word: string, { width, size, weight }: Room): string[] {
  if (textWidth(word, size, weight) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, size, weight) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** The text with `…` in the place of what the line cannot hold. */
function cut(line: string, { width, size, weight }: Room): string {
  const characters = [...line];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size, weight) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Lines that fit: broken at spaces, within a word where it must be, cut with `…` after the last that there is room for. */
export function fitText(text: string, room: Room): string[] {
  const { width, size, weight, most = Number.POSITIVE_INFINITY } = room;
  const spaced = lawful(text.slice(0, MOST_CHARACTERS)).trim().replace(/\s+/g, ' ');
  const words = wordsOf(spaced).filter(Boolean);
  if (words.length === 0) return [];
  const lines = wrapText(
    words.flatMap((word) => broken(word, room)).join(' '),
    width,
    size,
    weight,
  );
  const kept = lines.slice(0, most);
  const whole = lines.length === kept.length && text.length <= MOST_CHARACTERS;
  const last = kept.at(-1);
  if (whole || last === undefined) return kept;
  return [...kept.slice(0, -1), cut(last, room)];
}

/** The largest of the sizes, largest first, at which the text needs no more lines than there is room for. */
export function fittingSize(text: string, room: Omit<Room, 'size'>, sizes: number[]): number {
  const fits = (size: number) =>
    fitText(text, { ...room, size, most: undefined }).length <= (room.most ?? 1);
  return sizes.find(fits) ?? sizes.at(-1) ?? 0;
}
