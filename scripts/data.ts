import { readCatalog } from '@/lib/catalog';
import { answerOf } from '@/lib/claim/answer';
import { claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { tableSummary } from '@/lib/table/summary';
import './output.mjs';

/** Checks all of `data/` and prints what is in it; ends with 1 and the whole report when anything is wrong. */
async function main(): Promise<void> {
  const { descriptor, tables, claims } = await readCatalog();
  console.table([...tables].map(([table, read]) => ({ table, ...tableSummary(read) })));
  const setting = settingOf({ descriptor, tables, claims });
  for (const claim of claims.claims) {
    const result = claimResult(claim, setting);
    console.log(
      `${claim.id}: ${result.verdict}, ${result.held} of ${result.readings.length}: ${answerOf(result)}`,
    );
  }
}

/** The end of the command, for whoever runs it within a process of theirs. */
export const ended = main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
