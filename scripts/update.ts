import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolder } from '@/lib/data-folder';
import { formatNumber } from '@/lib/format';
import type { Mapping } from '@/lib/import/mapping';
import { runCommand } from './import/command';
import { followed, notNoted } from './import/faults';
import { fetchFile } from './import/fetch';
import { knownOf, rememberFetched } from './import/fetched';
import { updateHelp } from './import/help';
import { type Options, UsageError } from './import/options';
import { readMappings } from './import/prepare';
import { EXIT, type Exit, runImport } from './import/run';
import { say } from './import/say';

/** Fetches the newest release of a mapping's publisher and imports it: `npm run update -- NAME`. */
async function update(root: string, options: Options): Promise<Exit> {
  if (options.help) {
    console.log(updateHelp);
    return EXIT.done;
  }
  const [name = '', ...others] = options.files;
  const mappings = await readMappings(await DataFolder.open(root));
  const mapping = mappings.get(name);
  const known = [...mappings].filter(([, one]) => one.update).map(([id]) => id);
  if (!mapping?.update || others.length > 0)
    throw new UsageError(say('noUpdate', { name, known: known.join(', ') }));
  const folder = await mkdtemp(path.join(tmpdir(), 'claimline-update-'));
  return followed(
    () => fetchAndImport(root, path.join(folder, `${name}.csv`), name, mapping, options),
    () => rm(folder, { recursive: true }),
  );
}

async function fetchAndImport(
  root: string,
  file: string,
  name: string,
  { update, table }: Mapping,
  options: Options,
): Promise<Exit> {
  const { url = '', types = [], largest = 512, patience = 30, retries } = update ?? {};
  const fetched = await fetchFile(file, {
    ...{ url, types, largest: largest * 1e6, timeoutMs: patience * 1000 },
    retriesMs: retries?.map((seconds) => seconds * 1000),
    known: await knownOf(root, name, table),
    onRetry: (reason, ms) => console.error(say('retry', { name, reason, seconds: ms / 1000 })),
  });
  if (!fetched) {
    console.log(say('upToDate', { name, url }));
    return EXIT.done;
  }
  console.log(say('fetched', { name, bytes: formatNumber(fetched.bytes), url }));
  const code = await runImport(root, { ...options, files: [file], map: name });
  if (code === EXIT.done && !options.dry)
    await rememberFetched(root, name, table, fetched.validators).catch((error) => {
      throw notNoted(error);
    });
  return code;
}

/** The end of the command, for whoever runs it within a process of theirs. */
export const ended = runCommand(update);
