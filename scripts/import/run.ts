import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { DataFolder } from '@/lib/data-folder';
import { isMissing } from '@/lib/errno';
import { type Mapping, mapping as mappingSchema } from '@/lib/import/mapping';
import { named } from '@/lib/import/named';
import { isStopped, isUnchanged } from '@/lib/import/report';
import { followed } from './faults';
import { type Input, inputs, sizeOf } from './inputs';
import { lock } from './lock';
import type { Options } from './options';
import { type Prepared, prepare, readMappings } from './prepare';
import { claimLines, stoppedLines, tableLines } from './print-report';
import { type Progress, progress } from './progress';
import { say, tellSkipped } from './say';
import { recover, tidyUp } from './settle';
import { type Stage, withStage } from './stage';

/** How the command ends. */
export const EXIT = { done: 0, failed: 1, usage: 2, stopped: 3, declined: 4, busy: 5 } as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

const print = (line: string): void => console.log(line);

/** Does something to `data/` with no other import at work, after ending what one had begun. */
export async function withLock<T>(root: string, wait: number, act: () => Promise<T>): Promise<T> {
  const onWait = (pid: number) => console.error(say('waiting', { pid }));
  const release = await lock(root, { waitMs: wait * 1000, onWait });
  return followed(
    async () => {
      if (await recover(root)) console.error(say('recovered'));
      return act();
    },
    async () => {
      await release();
      await tidyUp(root);
    },
  );
}

/** Imports the files that the options name. */
export async function runImport(root: string, options: Options): Promise<Exit> {
  const total = await sizeOf(options.files);
  return withLock(root, options.wait, () => {
    const shown = progress(total);
    return importInputs(root, options, inputs(options.files, shown.bytes, tellSkipped), shown);
  });
}

/** Imports what is read from somewhere, the lock held. */
async function importInputs(
  root: string,
  options: Options,
  files: AsyncIterable<Input>,
  shown: Progress,
): Promise<Exit> {
  const folder = await DataFolder.open(root);
  return withStage(root, async (stage) => {
    const mapping = options.map === undefined ? undefined : await mappingNamed(folder, options.map);
    const prepared = await prepare(folder, stage, files, {
      ...{ table: options.table, as: options.as, source: options.source, mapping },
      ...{ named: named(options), whole: options.whole, dry: options.dry },
      onRows: shown.rows,
    }).finally(shown.end);
    return conclude(prepared, stage, options);
  });
}

async function conclude(prepared: Prepared, stage: Stage, options: Options): Promise<Exit> {
  const { reports, changed, before, after } = prepared;
  if (reports.length === 0) throw new Error(say('noFigures'));
  reports.flatMap(tableLines).forEach(print);
  if (reports.some(isStopped)) {
    reports.flatMap(stoppedLines).forEach(print);
    return EXIT.stopped;
  }
  if (reports.every(isUnchanged)) {
    print(say('nothing'));
    return EXIT.done;
  }
  claimLines(changed).forEach(print);
  if (options.dry) {
    print(say('dry'));
    return EXIT.done;
  }
  if (!(await isWanted(options))) return EXIT.declined;
  await stage.commit();
  print(say('written', { before, after }));
  return EXIT.done;
}

async function isWanted({ yes, files }: Options): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY || !process.stdout.isTTY || files.includes('-')) {
    console.error(say('needsYes'));
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(say('ask'));
  terminal.close();
  if (/^y(es)?$/i.test(answer.trim())) return true;
  print(say('declined'));
  return false;
}

/** A mapping that is kept, or one in a file. */
async function mappingNamed(folder: DataFolder, name: string): Promise<Mapping> {
  const kept = await readMappings(folder);
  const found = kept.get(name);
  if (found) return found;
  const text = await readFile(name, 'utf8').catch((error) => {
    if (isMissing(error)) return null;
    throw error;
  });
  const known = [...kept.keys()].join(', ');
  if (text === null) throw new Error(say('noMappingNamed', { name, known }));
  const read = mappingSchema.safeParse(parsed(name, text));
  if (read.success) return read.data;
  throw new Error(
    read.error.issues
      .map(({ path, message }) => `${name}: ${path.join('.')}: ${message}`)
      .join('\n'),
  );
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(say('noJson', { name, reason: (error as Error).message }));
  }
}
