import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dataRoot } from '@/lib/catalog';
import { DataFolder } from '@/lib/data-folder';
import { formatNumber } from '@/lib/format';
import { fetchFile, type Validators } from './import/fetch';
import { readOptions, UsageError } from './import/options';
import { readMappings } from './import/prepare';
import { EXIT, type Exit, runImport } from './import/run';
import { say } from './import/say';

/** Beside the mapping: what the publisher's last answer was known by. */
const stateFile = (root: string, name: string) => path.join(root, 'imports', `${name}.fetched`);

async function knownOf(file: string): Promise<Validators> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text);
}

/** Fetches the newest release of a mapping's publisher and imports it: `npm run update -- NAME`. */
async function update(root: string, args: string[]): Promise<Exit> {
  const options = readOptions(args);
  const [name = '', ...others] = options.files;
  const mappings = await readMappings(await DataFolder.open(root));
  const offer = mappings.get(name)?.update;
  const known = [...mappings].filter(([, one]) => one.update).map(([id]) => id);
  if (!offer || others.length > 0)
    throw new UsageError(say('noUpdate', { name, known: known.join(', ') }));
  const folder = await mkdtemp(path.join(tmpdir(), 'claimline-update-'));
  try {
    const file = path.join(folder, `${name}.csv`);
    const state = stateFile(root, name);
    const fetched = await fetchFile(file, {
      ...{ url: offer.url, types: offer.types, largest: (offer.largest ?? 512) * 1e6 },
      known: await knownOf(state),
      onRetry: (reason, ms) => console.error(say('retry', { name, reason, seconds: ms / 1000 })),
    });
    if (!fetched) {
      console.log(say('upToDate', { name, url: offer.url }));
      return EXIT.done;
    }
    console.log(say('fetched', { name, bytes: formatNumber(fetched.bytes), url: offer.url }));
    const code = await runImport(root, { ...options, files: [file], map: name });
    const wanted = code === EXIT.done && !options.dry;
    if (wanted) await writeFile(state, `${JSON.stringify(fetched.validators)}\n`);
    return code;
  } finally {
    await rm(folder, { recursive: true });
  }
}

update(dataRoot(), process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.failed;
  },
);
