import { createHash } from 'node:crypto';

/** Size and SHA-256 of a file. */
export type FileFacts = { bytes: number; hash: string };

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export const fileFacts = (content: Uint8Array): FileFacts => ({
  bytes: content.length,
  hash: `sha256:${sha256(content)}`,
});

export const sha256Of = ({ hash }: Pick<FileFacts, 'hash'>): string => hash.replace('sha256:', '');

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
