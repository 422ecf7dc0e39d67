import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** Which unit tests a file bears on: those that import it, by however many steps, or name it. */

const isTest = (file: string): boolean => file.endsWith('.test.ts');

/** A text that is another file's path: a test reads it, or bundles it to run it. */
const NAMED = /['"]((?:app|components|lib|scripts|server)\/[\w./-]+)['"]/g;

type Edges = Map<string, string[]>;

async function namedIn(root: string, files: string[]): Promise<Edges> {
  const all = new Set(files);
  const found = files
    .filter((file) => /\.tsx?$/.test(file))
    .map(async (file) => {
      const text = await readFile(path.join(root, file), 'utf8');
      const names = [...text.matchAll(NAMED)].map(([, name = '']) => name);
      return [file, names.filter((name) => all.has(name))] as const;
    });
  return new Map(await Promise.all(found));
}

async function importedIn(root: string, entryPoints: string[]): Promise<Edges> {
  const { metafile } = await build({
    ...{ absWorkingDir: root, entryPoints, outdir: root, write: false, metafile: true },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external' },
    loader: { '.css': 'empty', '.woff2': 'empty' },
    logLevel: 'error',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => !external).map((one) => one.path),
    ]),
  );
}

/** The tests that a file bears on: the nearest, then all others. */
export async function testsOf(
  root: string,
  files: string[],
): Promise<(file: string) => [nearest: string[], others: string[]]> {
  const named = await namedIn(root, files);
  const sources = [...named.values()].flat().filter((file) => /\.tsx?$/.test(file));
  const imported = await importedIn(root, [...new Set([...files.filter(isTest), ...sources])]);
  const by = new Map<string, Set<string>>();
  for (const [file, others] of [...named, ...imported])
    for (const other of others) by.set(other, (by.get(other) ?? new Set()).add(file));
  return (file) => {
    const steps = stepsFrom(file, by).map((step) => step.filter(isTest).sort());
    const [nearest = [], ...others] = steps.filter(({ length }) => length > 0);
    return [nearest, others.flat().sort()];
  };
}

/** The files that import a file, those that import them, and so on. */
function stepsFrom(file: string, by: Map<string, Set<string>>): string[][] {
  const met = new Set([file]);
  const steps = [[file]];
  for (;;) {
    const next = (steps.at(-1) ?? []).flatMap((one) => [...(by.get(one) ?? [])]);
    const fresh = [...new Set(next)].filter((one) => !met.has(one));
    if (fresh.length === 0) return steps;
    for (const one of fresh) met.add(one);
    steps.push(fresh);
  }
}
