import './output.mjs';
import { parseArgs } from 'node:util';
import type { Fault } from './mutate/fault';
import { faults as ofClaims } from './mutate/faults-claims';
import { faults as ofData } from './mutate/faults-data';
import { faults as ofSite } from './mutate/faults-site';
import { testsOf } from './mutate/importers';
import type { Seen } from './mutate/seen';
import { MOST_RED, Tree } from './mutate/tree';

/**
 * Puts one fault after the other into a copy of the project and runs the tests that it bears on: all must be seen.
 * `npm run mutate -- --only ID` tries one alone, `--unit` those that need no build and no browser.
 */

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, unit: { type: 'boolean' } },
});

function chosen(): Fault[] {
  const all = [...ofClaims, ...ofData, ...ofSite];
  const unknown = values.only?.find((id) => !all.some((fault) => fault.id === id));
  if (unknown !== undefined)
    throw new Error(`no fault "${unknown}", only ${all.map(({ id }) => id).join(', ')}`);
  return all
    .filter(({ id }) => values.only?.includes(id) ?? true)
    .filter(({ browser }) => !(values.unit && browser));
}

type TestsOf = Awaited<ReturnType<typeof testsOf>>;

/** Without any fault no test may fail: what is red then sees nothing. */
async function assertGreen(tree: Tree, faults: Fault[], of: TestsOf): Promise<void> {
  const files = new Set(faults.flatMap(({ file }) => of(file).flat()));
  const red = await tree.unitTests([...files].sort());
  for (const { browser } of faults) if (browser) red.push(...(await tree.browserTests(browser)));
  const told = red.map(({ test, said }) => `${test}\n    ${said}`);
  if (red.length > 0) throw new Error(`without any fault these fail:\n${told.join('\n')}`);
}

/** By the nearest tests, or else by all others that import the file, or by those that have a browser. */
async function seen(tree: Tree, { file, browser }: Fault, of: TestsOf): Promise<Seen[]> {
  const [nearest, others] = of(file);
  const found = await tree.unitTests(nearest);
  if (found.length > 0) return found;
  const far = await tree.unitTests(others);
  return far.length > 0 || !browser ? far : tree.browserTests(browser);
}

const MOST_TOLD = 3;

function tell({ id, what, file }: Fault, by: Seen[]): void {
  const tests =
    by.length === 1 ? '1 test' : `${by.length} tests${by.length < MOST_RED ? '' : ' or more'}`;
  const count = by.length === 0 ? 'seen by NO test' : tests;
  console.log(`\n${id.padEnd(24)} ${file.padEnd(36)} ${count}\n  ${what}`);
  for (const { test, said } of by.slice(0, MOST_TOLD))
    console.log(`  - ${test}\n      ${said.slice(0, 300)}`);
}

async function main(): Promise<void> {
  const faults = chosen();
  const tree = await Tree.copied(process.cwd());
  try {
    for (const fault of faults) await tree.check(fault);
    const of = await testsOf(process.cwd(), tree.files);
    if (faults.some(({ browser }) => browser)) await tree.bringPackages();
    await assertGreen(tree, faults, of);
    const unseen: string[] = [];
    for (const fault of faults) {
      const by = await tree.with(fault, () => seen(tree, fault, of));
      tell(fault, by);
      if (by.length === 0) unseen.push(fault.id);
    }
    const lost = unseen.length > 0 ? `; not seen: ${unseen.join(', ')}` : '';
    console.log(`\n${faults.length - unseen.length} of ${faults.length} faults are seen${lost}`);
    if (unseen.length > 0) process.exitCode = 1;
  } finally {
    await tree.removed();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
