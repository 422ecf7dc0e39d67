import { SingleBar } from 'cli-progress';
import { formatNumber } from '@/lib/format';

const MB = 1e6;
const PLAIN_EVERY = 5000;

export type Progress = { bytes: (count: number) => void; end: () => void };

/** A bar on a terminal, a line every few seconds elsewhere, both on standard error: the report is the output. */
export function progress(total: number | null, terminal = process.stderr.isTTY): Progress {
  return terminal && total !== null ? bar(total) : plain(total);
}

function bar(total: number): Progress {
  const format = '{bar} {percentage}% | {value}/{total} MB | {rate} MB/s | {eta} s left';
  const shown = new SingleBar({
    format,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  const start = performance.now();
  let read = 0;
  shown.start(Math.round(total / MB), 0, { rate: '0' });
  return {
    bytes: (count) => {
      read += count;
      shown.update(Math.round(read / MB), { rate: rate(read, start) });
    },
    end: () => shown.stop(),
  };
}

const rate = (bytes: number, start: number): string =>
  formatNumber(bytes / MB / Math.max(0.001, (performance.now() - start) / 1000), {
    maximumFractionDigits: 0,
  });

function plain(total: number | null): Progress {
  const start = performance.now();
  let read = 0;
  let told = start;
  return {
    bytes: (count) => {
      read += count;
      const now = performance.now();
      if (now - told < PLAIN_EVERY) return;
      told = now;
      const of = total === null ? '' : `/${Math.round(total / MB)}`;
      process.stderr.write(`${Math.round(read / MB)}${of} MB | ${rate(read, start)} MB/s\n`);
    },
    end: () => {},
  };
}
