import { createReadStream } from 'node:fs';
import { readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { JOURNAL, type Journal, readJournal, WORK } from '@/lib/data-folder';
import { isMissing, onFile } from '@/lib/errno';
import { factsOf } from '@/lib/revision/hash';
import { syncFolder } from './disk';
import { left, unsettled } from './faults';
import { say } from './say';

/** What becomes of files once a journal says that they count. */

type Moved = Journal['files'][number];

/** Ends what an import that was cut short had begun. Call with the lock held. */
export async function recover(root: string): Promise<boolean> {
  const journal = await readJournal(root);
  if (journal) await settle(root, journal);
  const work = path.join(root, WORK);
  const names = await readdir(work).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names) {
    if (name.startsWith('stage-')) await rm(path.join(work, name), { recursive: true });
  }
  return journal !== null;
}

/** Moves what the journal lists and has not been moved yet; then it is of no more use. */
export async function settle(root: string, journal: Journal): Promise<void> {
  try {
    for (const file of journal.files) await move(root, file);
    const folders = journal.files.map((file) => path.dirname(path.join(root, file.path)));
    for (const folder of new Set(folders)) await syncFolder(folder);
    await rm(path.join(root, JOURNAL));
  } catch (error) {
    throw unsettled(error);
  }
  await clear(root, journal).catch((error) => {
    throw left(error);
  });
}

async function move(root: string, file: Moved): Promise<void> {
  const [from, to] = [path.join(root, file.staged), path.join(root, file.path)];
  try {
    await rename(from, to);
  } catch (error) {
    // The folder that it is for may be what is missing.
    if (!isMissing(error) || (await isThere(from))) throw error;
    if ((await hashOf(to)) === file.hash) return;
    throw new Error(say('lost', { file: to, staged: from, folder: path.join(root, WORK) }));
  }
}

async function hashOf(file: string): Promise<string | null> {
  try {
    return (await factsOf(createReadStream(file))).hash;
  } catch (error) {
    if (isMissing(error)) return null;
    throw onFile(error, file);
  }
}

async function clear(root: string, { files }: Journal): Promise<void> {
  await syncFolder(path.join(root, WORK));
  for (const folder of new Set(files.map(({ staged }) => path.dirname(staged))))
    await rm(path.join(root, folder), { recursive: true, force: true });
}

export async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Leaves no trace where nothing is under way. */
export async function tidyUp(root: string): Promise<void> {
  await rmdir(path.join(root, WORK)).catch(() => {});
}
