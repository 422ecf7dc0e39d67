import { parseArgs } from 'node:util';
import { type FormatId, formatIds } from '@/lib/import/mapping';
import { named } from '@/lib/import/named';

export type Options = {
  files: string[];
  table?: string;
  as?: FormatId;
  map?: string;
  source?: string;
  gone: string[];
  refused: string[];
  refusedFor: string[];
  whole: boolean;
  dry: boolean;
  yes: boolean;
  wait: number;
  asOf?: string;
  out?: string;
  from?: string;
  record?: string;
  help: boolean;
};

export class UsageError extends Error {
  override name = 'UsageError';
}

const flags = {
  table: { type: 'string' },
  as: { type: 'string' },
  map: { type: 'string' },
  source: { type: 'string' },
  gone: { type: 'string', multiple: true },
  refused: { type: 'string', multiple: true },
  'refused-for': { type: 'string', multiple: true },
  whole: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  wait: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  record: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function checkNamed(refused: string[] | undefined): void {
  try {
    named({ refused });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

export function readOptions(args: string[]): Options {
  const { values, positionals } = parsed(args);
  const as = formatIds.find((id) => id === values.as);
  if (values.as !== undefined && !as)
    throw new UsageError(`--as ${values.as}: one of ${formatIds.join(', ')}`);
  const wait = Number(values.wait ?? 10);
  if (!(wait >= 0)) throw new UsageError(`--wait ${values.wait}: seconds`);
  const { table, map, source, out, from, record } = values;
  if ((out ?? from) !== undefined && values['as-of'] === undefined)
    throw new UsageError('--out FOLDER and --from FOLDER go with --as-of STATE');
  checkNamed(values.refused);
  return {
    files: positionals,
    ...{ table, as, map, source, out, from, record, wait },
    gone: values.gone ?? [],
    refused: values.refused ?? [],
    refusedFor: values['refused-for'] ?? [],
    whole: values.whole ?? false,
    dry: values['dry-run'] ?? false,
    yes: values.yes ?? false,
    asOf: values['as-of'],
    help: values.help ?? false,
  };
}
