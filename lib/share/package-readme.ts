import share from '@/data/words/share.json';
import { message } from '@/lib/message';
import { sourceUrl } from '@/lib/table/source';
import { plainCitation } from './citation';
import { type LoadLines, scriptLines } from './load-lines';
import type { Work, WorkSource } from './work';

const words = share.readme;

/** Text in which Markdown finds no marks of its own. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);

const list = (lines: string[]): string => lines.map((line) => `- ${line}`).join('\n');

const code = ({ lines, program }: LoadLines): string =>
  `\`\`\`${program.toLowerCase()}\n${lines}\n\`\`\``;

function filesOf({ csv, sources }: Work): string {
  const also = sources.length > 0 ? [`\`sources.csv\`: ${words.sourceRows}`] : [];
  return list([
    `\`${csv.path}\`: ${message(words.rows, { n: csv.rows })}`,
    ...also,
    `\`datapackage.json\`: ${words.descriptor}`,
  ]);
}

const columnsOf = ({ fields }: Work): string =>
  list(
    fields.map(({ name, title, unit, description }) => {
      const what = [title, unit].filter(Boolean).join(', ');
      return `\`${name}\`: ${plain(what)}${description ? `. ${plain(description)}` : ''}`;
    }),
  );

function limitsOf({ limits }: Work): string {
  if (limits.length === 1) return list((limits[0]?.sentences ?? []).map(plain));
  return limits
    .map(({ table, sentences }) => `### ${plain(table)}\n\n${list(sentences.map(plain))}`)
    .join('\n\n');
}

function sourceLine(source: WorkSource): string {
  const url = sourceUrl(source);
  const parts = [
    source.publisher,
    source.title,
    source.published || words.noDate,
    ...(source.via ? [message(words.via, { via: source.via })] : []),
    ...(source.siteOnly ? [words.siteOnly] : []),
  ];
  return `${plain(parts.join('. '))}.${url ? ` ${url}` : ''}`;
}

const licenseLine = ({ title, path }: Work['licenses'][number]): string =>
  plain(title) + (path ? `: ${path}` : '');

/** The readme of a package, in Markdown; a part with nothing to say is left out. */
export function packageReadme(work: Work): string {
  const here = scriptLines(work.stem, work.csv.path).map(code);
  const there = scriptLines(work.stem, work.csv.url).map(code);
  const parts: [string, string][] = [
    [words.cite, plain(plainCitation(work))],
    [words.files, filesOf(work)],
    [words.load, [words.loadHere, ...here, words.loadThere, ...there].join('\n\n')],
    [words.columns, columnsOf(work)],
    [words.limits, limitsOf(work)],
    [words.sources, list(work.sources.map(sourceLine))],
    [words.licences, list(work.licenses.map(licenseLine))],
  ];
  const said = parts.filter(([, text]) => text !== '');
  const sections = said.map(([heading, text]) => `## ${heading}\n\n${text}`);
  return `${[`# ${plain(work.title)}`, plain(work.subtitle), ...sections].join('\n\n')}\n`;
}
