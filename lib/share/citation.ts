import share from '@/data/words/share.json';
import { formatDay } from '@/lib/format';
import { message } from '@/lib/message';
import type { Work } from './work';

/** More than these are counted. */
const NAMED = 3;

/** Whose figures they are, each once: the first few by name. */
export function producers({ sources }: Work): string {
  const names = [...new Set(sources.map((source) => source.publisher))];
  const named = names.slice(0, NAMED).join('; ');
  const more = names.length - NAMED;
  return more > 0 ? message(share.moreSources, { named, more }) : named;
}

const valuesOf = (work: Work) => ({
  site: share.site,
  title: work.title,
  day: formatDay(Date.parse(work.day)),
  revision: work.revision,
  count: work.sources.length,
  sources: producers(work),
  url: work.url,
  from: work.from ?? 'none',
});

export const plainCitation = (work: Work): string => message(share.citation, valuesOf(work));

const texCommands: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

/** BibTeX counts braces even behind a backslash, so each brace of the text becomes a command. */
const tex = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}~^]|[#$%&_]/g, (sign) => texCommands[sign] ?? `\\${sign}`);

export function bibtex(work: Work): string {
  const [year, month] = work.day.split('-');
  const fields = {
    author: `{${tex(share.site)}}`,
    title: `{${tex(work.title)}}`,
    year,
    month: String(Number(month)),
    version: tex(work.revision),
    url: work.url,
    note: tex(message(share.note, valuesOf(work))),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{claimline-${work.stem},\n${lines.join(',\n')}\n}\n`;
}

export function cslJson(work: Work): string {
  const citation = {
    id: `claimline-${work.stem}`,
    type: work.kind === 'claim' ? 'webpage' : 'dataset',
    title: work.title,
    author: [{ literal: share.site }],
    issued: { 'date-parts': [work.day.split('-').map(Number)] },
    version: work.revision,
    URL: work.url,
    note: message(share.note, valuesOf(work)),
  };
  return `${JSON.stringify([citation], null, 2)}\n`;
}
