import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DataFolder } from '@/lib/data-folder';
import { factsOf } from '@/lib/revision/hash';
import { datapackage } from '@/lib/table/descriptor';
import type { Validators } from './fetch';

/** What a publisher's last answer was known by, and the table as it was left by it. */
const fetched = z.object({
  etag: z.string().optional(),
  modified: z.string().optional(),
  table: z.string(),
});

/** Beside the mapping. */
const stateFile = (name: string): string => `imports/${name}.fetched`;

async function hashOf(folder: DataFolder, table: string | undefined): Promise<string> {
  const { resources } = datapackage.parse(await folder.json('datapackage.json'));
  const resource = resources.find((one) => one.name === table);
  return resource ? (await factsOf(await folder.stream(resource.path))).hash : '';
}

/** Nothing, so that the file is fetched whatever its age, where the table is not as the last one left it. */
export async function knownOf(
  root: string,
  name: string,
  table: string | undefined,
): Promise<Validators> {
  const folder = await DataFolder.open(root);
  const state = await folder.json(stateFile(name)).catch(() => null);
  const read = fetched.safeParse(state);
  if (!read.success || read.data.table !== (await hashOf(folder, table))) return {};
  const { etag, modified } = read.data;
  return { etag, modified };
}

export async function rememberFetched(
  root: string,
  name: string,
  table: string | undefined,
  validators: Validators,
): Promise<void> {
  const hash = await hashOf(await DataFolder.open(root), table);
  const file = path.join(root, stateFile(name));
  await writeFile(`${file}.new`, `${JSON.stringify({ ...validators, table: hash })}\n`);
  await rename(`${file}.new`, file);
}
