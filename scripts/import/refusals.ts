import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Refusal } from '@/lib/import/merge';
import { formatRecord } from '@/lib/table/csv-records';
import { Spool } from './spool';

/** All that a table's import refused, put aside row by row: a broken file has millions. */
export class Refusals {
  private spool: Spool | null = null;
  private readonly file: string;

  constructor(
    folder: string,
    private readonly table: string,
  ) {
    this.file = path.join(folder, `${table}-refused`);
  }

  add({ file, row, column, message }: Refusal): void {
    if (!this.spool) {
      this.spool = new Spool(this.file);
      this.spool.add('file,row,column,reason\n');
    }
    this.spool.add(formatRecord([file, String(row), column ?? '', message]));
  }

  /** Leaves them where the keeper can read them, whatever becomes of the import. */
  async keep(): Promise<string> {
    this.end();
    const folder = await mkdtemp(path.join(tmpdir(), 'claimline-refused-'));
    const kept = path.join(folder, `${this.table}.csv`);
    await copyFile(this.file, kept);
    return kept;
  }

  end(): void {
    this.spool?.close();
    this.spool = null;
  }
}
