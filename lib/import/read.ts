import type { Figure, Summary } from './figure';
import { FigureReader } from './figures';
import { recognise } from './formats';
import { type Chunks, type FileOptions, readFile } from './reading';

export type ReadOptions = FileOptions & {
  /** Called with the figures of one piece of the file; the reader waits for a promise. The array is not used again. */
  onFigures?: (figures: Figure[]) => void | Promise<void>;
};

/**
 * Reads a publisher's CSV piece by piece: `onHead`, then figures and problems in the file's order, then the
 * Summary. Throws ImportError where the file as a whole can't be read: empty, of no known form, a record without
 * end. Memory does not grow with the file.
 */
export function readImport(chunks: Chunks, options: ReadOptions = {}): Promise<Summary> {
  return readFile(chunks, options, (start, report) => {
    const found = recognise(start);
    const sink = options.onFigures ?? (() => {});
    return { found, reader: new FigureReader(found.layout, report, sink) };
  });
}
