import { createHash } from 'node:crypto';
import type { DataPackage } from '@/lib/table/descriptor';

/** Size and SHA-256 of a table's file. */
export type FileFacts = { bytes: number; hash: string };

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export const fileFacts = (content: Uint8Array): FileFacts => ({
  bytes: content.length,
  hash: `sha256:${sha256(content)}`,
});

export const sha256Of = ({ hash }: FileFacts): string => hash.replace('sha256:', '');

/** The facts of a file that may be too large to hold. */
export async function factsOf(chunks: AsyncIterable<Uint8Array>): Promise<FileFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, hash: `sha256:${hash.digest('hex')}` };
}

/** Names a state of the data: descriptor, claims and files, less the logs, which tell of the states themselves. */
export function revisionHash(
  descriptor: DataPackage,
  claims: unknown,
  files: ReadonlyMap<string, FileFacts>,
): string {
  const logs = new Set(descriptor.resources.flatMap(({ log, name }) => (log ? [name] : [])));
  const counted = [...files].filter(([name]) => !logs.has(name));
  return sha256(JSON.stringify([descriptor, claims, counted])).slice(0, 10);
}
