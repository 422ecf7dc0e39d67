import type { Tables } from '@/lib/table/select';
import { bibtex, cslJson } from './citation';
import { metadata } from './metadata';
import { packageZip } from './package-zip';
import type { Work } from './work';

/** A file to hand out; `shown` lets a browser open it in the place of saving it. */
export type WorkFile = {
  filename: string;
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
  shown?: boolean;
};

export const jsonFile = (filename: string, data: object): WorkFile => ({
  filename,
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(data, null, 2)}\n`,
  shown: true,
});

export const csvFile = ({ csv }: Work): WorkFile => ({
  filename: csv.path,
  type: 'text/csv; charset=utf-8',
  body: csv.text,
});

type Make = (work: Work, tables: Tables) => WorkFile | Promise<WorkFile>;

/** By the ending of the address, without its dot. */
const makers: Record<string, Make> = {
  'metadata.json': (work) => jsonFile(`${work.stem}.metadata.json`, metadata(work)),
  'csl.json': (work) => ({
    filename: `${work.stem}.csl.json`,
    type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    body: cslJson(work),
  }),
  bib: (work) => ({
    filename: `${work.stem}.bib`,
    type: 'application/x-bibtex; charset=utf-8',
    body: bibtex(work),
  }),
  zip: async (work, tables) => ({
    filename: `${work.stem}.zip`,
    type: 'application/zip',
    body: await packageZip(work, tables),
  }),
};

export const workFormats = Object.keys(makers);

export function workFile(format: string, work: Work, tables: Tables): ReturnType<Make> {
  const make = makers[format];
  if (!make) throw new Error(`no format "${format}"`);
  return make(work, tables);
}
