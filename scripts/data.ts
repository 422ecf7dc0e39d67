import { type Catalog, dataRoot } from '@/lib/catalog';
import { checkFolder } from '@/lib/check/folder';
import { evidence } from '@/lib/claim/evidence';
import { revisionsOf } from '@/lib/revision/revisions';
import { tableSummary } from '@/lib/table/summary';
import './output.mjs';

/** What is to be done about data that were edited by hand. */
function printRecording({ tables, revision }: Catalog): void {
  if (revisionsOf(tables).some(({ id }) => id === revision)) return;
  console.log(`Revision ${revision} is not recorded: the data were edited by hand.`);
  console.log('So that links to it keep working: npm run state -- "what has changed"');
}

function printSummary(catalog: Catalog): void {
  console.table([...catalog.tables].map(([table, read]) => ({ table, ...tableSummary(read) })));
  for (const claim of catalog.claims.claims) {
    const { result, answer } = evidence(catalog, claim);
    const { verdict, held, readings } = result;
    console.log(`${claim.id}: ${verdict}, ${held} of ${readings.length}: ${answer}`);
  }
}

/** Checks all of `data/` and prints what is in it; ends with 1 and the whole report when anything is wrong. */
async function main(): Promise<void> {
  const { catalog, problems } = await checkFolder(dataRoot());
  if (catalog && problems.length === 0) {
    printSummary(catalog);
    printRecording(catalog);
  } else throw new Error(problems.join('\n'));
}

/** The end of the command, for whoever runs it within a process of theirs. */
export const ended = main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
