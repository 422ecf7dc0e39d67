import type { z } from 'zod';
import { allOrReport } from '@/lib/all-or-report';
import type { DataFolder } from '@/lib/data-folder';
import { type Claims, claimsOf, textFile, textPath, topicsFile } from './text';

type Read = <T>(file: string, schema: z.ZodType<T>) => Promise<T>;

const ENDING = '.json';

/** All texts of a data folder with their claims; `read` gives a file checked by its schema. */
export async function readClaims(folder: Pick<DataFolder, 'list'>, read: Read): Promise<Claims> {
  const names = (await folder.list('texts')).filter((name) => name.endsWith(ENDING)).sort();
  const texts = names.map(async (name) => {
    const id = name.slice(0, -ENDING.length);
    return [id, await read(textPath(id), textFile)] as const;
  });
  const [topics, files] = await allOrReport([read('topics.json', topicsFile), allOrReport(texts)]);
  return claimsOf(new Map(files), topics);
}
