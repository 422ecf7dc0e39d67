import { type Catalog, readState } from '@/lib/catalog';
import { evidence } from '@/lib/claim/evidence';
import { DataFolder } from '@/lib/data-folder';
import { factsOf, sha256Of } from '@/lib/revision/hash';
import { revisionsOf } from '@/lib/revision/revisions';
import { keptPath, stateFile, statePath } from '@/lib/revision/state';
import { parsedAs } from '@/lib/schema-problems';

/** Throws where a state's files are not what their names say. */
async function checkKept(folder: DataFolder, revision: string): Promise<void> {
  const list = statePath(revision);
  const { files } = parsedAs(list, stateFile, await folder.json(list));
  for (const [file, sha] of Object.entries(files)) {
    const kept = keptPath(sha);
    if (sha256Of(await factsOf(await folder.stream(kept))) !== sha)
      throw new Error(`${kept}: not the content that ${list} has for ${file}`);
  }
}

/** A line for each recorded state that cannot be shown as it was, with the verdict of each of its claims. */
export async function statesFaults(now: Catalog): Promise<string[]> {
  const folder = await DataFolder.open(now.root);
  const lines: string[] = [];
  let near = now;
  for (const { id } of revisionsOf(now.tables).toReversed()) {
    try {
      await checkKept(folder, id);
      near = (await readState(now, id, near)).catalog;
      for (const claim of near.claims.claims) evidence(near, claim);
    } catch (error) {
      lines.push(`revisions.csv: state ${id}: ${(error as Error).message}`);
    }
  }
  return lines;
}
