import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { budgetOf, isOver } from '@/lib/quality/budgets';
import {
  type Figure,
  type QualityRecord,
  qualityRecord,
  type RecordName,
} from '@/lib/quality/record';
import { root } from './command.mjs';

/** Figures on their way to `quality/`, kept where no build reads them until `npm run publish-quality`. */
export const RECORDS_FOLDER = join(root, '.records');

type Measured = Omit<QualityRecord, 'measured' | 'machine'>;

/** Leaves a command's figures for the run that it is part of; by itself a command only prints them. */
export function tell(name: string, measured: Measured): void {
  const folder = process.env.FIGURES_FOLDER;
  if (folder) writeFileSync(join(folder, `${name}.json`), JSON.stringify(measured));
}

const machine = (): QualityRecord['machine'] => ({
  cpu: cpus()[0]?.model.trim() || 'unknown',
  cores: cpus().length || 1,
  node: process.versions.node,
});

/** Writes the whole file of a run: what was not measured in it is not in the file. */
export function writeRecord(name: RecordName, measured: Measured): void {
  const measuredAt = new Date().toISOString();
  const record = qualityRecord.parse({ measured: measuredAt, machine: machine(), ...measured });
  mkdirSync(RECORDS_FOLDER, { recursive: true });
  writeFileSync(join(RECORDS_FOLDER, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
}

/** Fails the command where a figure is over the budget that it is held to. */
export function hold(figures: Figure[]): void {
  for (const { measure, value, held } of figures) {
    if (!held || !isOver(measure, value)) continue;
    console.error(`${measure}: ${value}, limit ${budgetOf(measure).most}`);
    process.exitCode = 1;
  }
}

/** The figures that the steps of a run have left in a folder. */
export function gathered(folder: string): Measured {
  const parts = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Measured,
  );
  const encoding = parts.flatMap((part) => part.encoding ?? [])[0];
  return { ...(encoding && { encoding }), figures: parts.flatMap(({ figures }) => figures) };
}
