/** A way to load a CSV file: the program, and lines for it that run as they stand. */
export type LoadLines = { program: 'R' | 'Python' | 'spreadsheet'; lines: string };

/** The name that the data get: letters, digits and `_` do in every program. */
const variable = (stem: string): string => stem.replaceAll('-', '_');

/** As an address has them, what would end a string, or begin an escape in one. */
const inString = (place: string): string => place.replaceAll(/["\\\p{Cc}]/gu, encodeURIComponent);

/** `place` is an address, or a file's path. */
export function scriptLines(stem: string, place: string): LoadLines[] {
  const name = variable(stem);
  return [
    { program: 'R', lines: `${name} <- read.csv("${inString(place)}")` },
    { program: 'Python', lines: `import pandas\n${name} = pandas.read_csv("${inString(place)}")` },
  ];
}

export const loadLines = (stem: string, url: string): LoadLines[] => [
  ...scriptLines(stem, url),
  { program: 'spreadsheet', lines: `=IMPORTDATA("${inString(url)}")` },
];
