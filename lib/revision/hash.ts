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

/** Gathers the facts of a file that may be too large to hold. */
export class FileHash {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  update(chunk: Uint8Array): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
  }

  facts(): FileFacts {
    return { bytes: this.bytes, hash: `sha256:${this.hash.digest('hex')}` };
  }
}

export async function factsOf(chunks: AsyncIterable<Uint8Array>): Promise<FileFacts> {
  const hash = new FileHash();
  for await (const chunk of chunks) hash.update(chunk);
  return hash.facts();
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
