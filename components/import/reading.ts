import type { Column } from '@/lib/import/column-roles';
import type { ImportProblem, Summary } from '@/lib/import/figure';
import type { LeftOut } from '@/lib/import/own-figures';
import type { SeriesFacts } from '@/lib/import/own-series';
import type { Series } from '@/lib/table/series';
import type { View } from '@/lib/view/view';
import type { ReadAs } from './import-state';

/** The page's end of the worker that reads a reader's files: one worker for one reading. */

export type PreviewRow = { line: number; cells: string[]; wider: number };

export type FoundFile = {
  name: string;
  bytes: number;
  /** Why it could not be read; its top is shown all the same. */
  fault: string | null;
  summary: Summary;
  /** The first of them, as read. */
  columns: Column[];
  /** The first of them; the summary counts all. */
  problems: ImportProblem[];
  /** The first rows, and those with a problem. */
  rows: PreviewRow[];
};

export type Found = {
  files: FoundFile[];
  /** Files that no format knows: the reader may say what their columns are. */
  unread: FoundFile[];
  /** Files of a ZIP or a selection that hold no table of figures, and why not. */
  passed: { name: string; message: string }[];
  series: number;
  figures: number;
  left: LeftOut;
  /** Those chosen that there still are, or the first few that may share an axis. */
  own: string[];
};

/** In bytes. */
export type Progress = { read: number; of: number };

export type Calls = {
  read: {
    ask: { files: File[]; readAs: Record<string, ReadAs>; own: string[] | null };
    answer: Found;
  };
  find: { ask: { words: string; limit: number }; answer: { found: SeriesFacts[]; count: number } };
  series: { ask: string[]; answer: Series[] };
  /** Of all series where none are named. */
  csv: { ask: { ids: string[] | null }; answer: Uint8Array<ArrayBuffer> };
  /** An address too long for a link is told by its length alone. */
  link: {
    ask: { ids: string[]; name: string; view: View };
    answer: { hash: string | null; length: number; figures: number };
  };
  package: { ask: { ids: string[] | null; name: string }; answer: Uint8Array<ArrayBuffer> };
};

export type Question = {
  [C in keyof Calls]: { id: number; call: C; ask: Calls[C]['ask'] };
}[keyof Calls];

export type Answer =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'fault'; id: number; message: string };

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

let readings = 0;

export class Reading {
  /** Tells what came of one reading from what came of the one before. */
  readonly number = ++readings;
  private readonly worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    type: 'module',
  });
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor(tell: (progress: Progress) => void, broken: string) {
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') tell(data.progress);
      else this.settle(data);
    };
    // The script did not load, or the machine ran out of memory.
    this.worker.onerror = () => this.stop(broken);
  }

  ask<C extends keyof Calls>(call: C, ask: Calls[C]['ask']): Promise<Calls[C]['answer']> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, call, ask });
    });
  }

  /** Ends at once, in the middle of a file too. */
  stop(reason: string): void {
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }

  private settle(data: Exclude<Answer, { kind: 'progress' }>): void {
    const waiting = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    if (data.kind === 'fault') waiting?.reject(new Error(data.message));
    else waiting?.resolve(data.answer as never);
  }
}
