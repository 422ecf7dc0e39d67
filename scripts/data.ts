import { readCatalog } from '@/lib/catalog';
import { answerOf } from '@/lib/claim/answer';
import { claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';

/** Checks all of `data/` and prints what is in it; ends with 1 and the whole report when anything is wrong. */
async function main(): Promise<void> {
  const { descriptor, tables, claims } = await readCatalog();
  const rows = descriptor.resources.map(({ name }) => {
    const table = tables.get(name);
    const periods = (table?.rows ?? []).flatMap((row) => (row.period ? [row.period] : []));
    const texts = periods.sort((a, b) => a.start - b.start || a.end - b.end);
    const sources = new Set((table?.rows ?? []).map((row) => row.cells.source_id));
    return {
      table: name,
      rows: table?.rows.length ?? 0,
      from: texts.find((period) => Number.isFinite(period.start))?.text ?? '',
      to: texts.at(-1)?.text ?? '',
      sources: sources.size,
    };
  });
  console.table(rows);
  const setting = settingOf({ descriptor, tables, claims });
  for (const claim of claims.claims) {
    const result = claimResult(claim, setting);
    console.log(
      `${claim.id}: ${result.verdict}, ${result.held} of ${result.readings.length}: ${answerOf(result)}`,
    );
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
