import type { FileHandle } from 'node:fs/promises';
import type { DataFolder } from '@/lib/data-folder';
import { naming } from '@/lib/errno';
import { type FileMerge, Merge, type Refusal } from '@/lib/import/merge';
import type { Named } from '@/lib/import/named';
import type { Bounds } from '@/lib/import/plain-rows';
import { type FileReport, isUnchanged, Reporter, type TableReport } from '@/lib/import/report';
import {
  type AddedRows,
  type Change,
  completeScopes,
  type Put,
  type Rewriting,
  rewrite,
} from '@/lib/import/rewrite';
import type { RowScanner } from '@/lib/import/row-scan';
import { type FileFacts, sha256Of } from '@/lib/revision/hash';
import { changeLine, type LoggedTable } from '@/lib/revision/log';
import type { Known } from '@/lib/table/check-row';
import type { Resource } from '@/lib/table/descriptor';
import { readInto } from './disk';
import { pieces } from './pieces';
import { Refusals } from './refusals';
import type { Sorted } from './row-block';
import { SortedRows } from './sorted-rows';
import { Spool } from './spool';
import type { Stage } from './stage';

export type TableOptions = {
  folder: DataFolder;
  stage: Stage;
  known: Known;
  named: Named;
  whole: boolean;
  keepSource: boolean;
  /** A table that comes to more bytes is only counted. */
  mostWritten: number;
};

type Form = Pick<FileReport, 'form' | 'notes'>;

export type Finished = {
  report: TableReport;
  /** Of the table's file. */
  was: FileFacts;
  is: FileFacts;
  logged: LoggedTable;
  changes: Spool | null;
};

/** So much of the old table is read at a time to compare it with a file. */
const WINDOW = 256 * 1024;

const nothing: FileFacts = { bytes: 0, hash: '' };

/** What an import does to one table, from its old file to the new one in the stage. */
export class TableImport {
  readonly merge: Merge;
  private readonly reporter: Reporter;
  private readonly added: SortedRows;
  private readonly revised: SortedRows;
  private readonly refusals: Refusals;
  private readonly forms = new Map<string, Form>();
  private was = Promise.resolve(nothing);
  /** Of the table with the rows added. */
  private bytes = 0;

  private constructor(
    readonly resource: Resource,
    readonly options: TableOptions,
    private readonly old: FileHandle,
  ) {
    const { stage, known, keepSource, named, whole } = options;
    this.added = new SortedRows(stage.folder, `${resource.name}-added`);
    this.revised = new SortedRows(stage.folder, `${resource.name}-revised`);
    this.refusals = new Refusals(stage.folder, resource.name);
    const sinks = {
      added: (period: Bounds, row: RowScanner) => this.add(period, row),
      revised: (place: number, row: RowScanner) =>
        this.revised.push(place, 0, row.bytes, row.start, row.end + 1),
      refused: (refusal: Refusal) => {
        this.reporter.refuse(refusal);
        this.refusals.add(refusal);
      },
      keep: () => {
        this.added.keep();
        this.revised.keep();
      },
    };
    const buffer = new Uint8Array(WINDOW);
    const bytesAt = (position: number) =>
      buffer.subarray(0, readInto(old.fd, buffer, position, resource.path));
    this.merge = new Merge(resource, sinks, bytesAt, { known, keepSource });
    this.reporter = new Reporter(this.merge, named, whole);
  }

  static async open(resource: Resource, options: TableOptions): Promise<TableImport> {
    const old = await options.folder.handle(resource.path);
    const table = new TableImport(resource, options, old);
    try {
      await table.readOld();
      return table;
    } catch (error) {
      await table.close();
      throw error;
    }
  }

  private async readOld(): Promise<void> {
    const { old, resource, options } = this;
    this.bytes = (await old.stat().catch(naming(resource.path))).size;
    if (this.isWritten) this.was = options.stage.hashes.follow(old.fd).facts(this.bytes);
    // It fails when it is asked for.
    this.was.catch(() => {});
    const take = this.merge.table();
    for await (const chunk of this.oldFile()) take(chunk);
    take(undefined);
  }

  file(name: string): FileMerge {
    return this.merge.file(name);
  }

  tell(name: string, form: Form): void {
    this.forms.set(name, form);
  }

  /** Reads the old table once more and writes the new one, or only counts what would be written. */
  async finish(): Promise<Finished> {
    const { merge, options, resource, isWritten } = this;
    const { stage } = options;
    if (merge.index.unseenFrom(0) < merge.rows) await completeScopes(this.oldFile(), merge);
    const spool = !isWritten ? null : new Spool(`${stage.folder}/${resource.name}-changes`);
    const write = (put: Put) => rewrite(this.oldFile(), this.rewriting(spool), put);
    const is = isWritten
      ? await stage.fill(resource.path, write)
      : await write(() => {}).then(() => nothing);
    spool?.close();
    const refusedFile = this.reporter.isRefusalTold ? null : await this.refusals.keep();
    const report = { ...this.reporter.report(this.forms), refusedFile };
    if (isUnchanged(report)) stage.forget(resource.path);
    const was = await this.was.catch(naming(resource.path));
    return { report, was, is, logged: this.logged(report, was, is), changes: spool };
  }

  async close(): Promise<void> {
    try {
      this.refusals.end();
      this.added.close();
      this.revised.close();
    } finally {
      await this.old.close().catch(naming(this.resource.path));
    }
  }

  private get isWritten(): boolean {
    return this.bytes <= this.options.mostWritten;
  }

  private add({ start, end }: Bounds, row: RowScanner): void {
    this.bytes += row.end - row.start + 1;
    if (this.isWritten) this.added.push(start, end, row.bytes, row.start, row.end + 1);
  }

  private async *oldFile(): AsyncGenerator<Uint8Array> {
    const { path } = this.resource;
    yield* pieces(await this.options.folder.handle(path), path);
  }

  private rewriting(spool: Spool | null): Rewriting {
    const { reporter, resource } = this;
    return {
      merge: this.merge,
      revised: placed(this.revised),
      added: ordered(this.isWritten ? this.added : []),
      takeOut: reporter.takeOut,
      note: (change: Change) => {
        reporter.note(change);
        spool?.add(changeLine(resource.name, change));
      },
    };
  }

  private logged(report: TableReport, was: FileFacts, is: FileFacts): LoggedTable {
    const { table, files, added, revised, gone } = report;
    const file = files.map(({ name }) => name).join(', ');
    return { table, file, before: sha256Of(was), after: sha256Of(is), added, revised, gone };
  }
}

function* placed(sorted: SortedRows): Generator<{ place: number; text: string }> {
  for (const { first, bytes } of sorted)
    yield { place: first, text: bytes.toString('utf8', 0, bytes.length - 1) };
}

function* ordered(sorted: Iterable<Sorted>): Generator<AddedRows> {
  for (const { first, rows, bytes } of sorted) yield { start: first, rows, bytes };
}
