import { transform } from 'esbuild';

/** One thing wrong in one file, as a slip of the hand would make it. */
export type Fault = {
  id: string;
  what: string;
  file: string;
  /** A text that stands once in the file, and what stands in its place. */
  from: string;
  to: string;
  /** The titles of browser tests that see it, where no unit test can. */
  browser?: string;
};

/** A file's text with the fault in it. */
export function withFault(text: string, { id, file, from, to }: Fault): string {
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`fault ${id}: stands ${parts.length - 1} times in ${file}, not once: ${from}`);
  return parts.join(to);
}

const LOADERS = { ts: 'ts', tsx: 'tsx', css: 'css', js: 'js', mjs: 'js' } as const;

/** A text that does not compile would be seen by any test at all. */
export async function assertCompiles({ id, file }: Fault, text: string): Promise<void> {
  const ending = file.split('.').at(-1) as keyof typeof LOADERS;
  const { warnings } = await transform(text, { loader: LOADERS[ending], logLevel: 'silent' });
  if (warnings.length > 0) throw new Error(`fault ${id}: ${warnings[0]?.text}`);
}
