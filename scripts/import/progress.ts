import { SingleBar } from 'cli-progress';
import { formatNumber } from '@/lib/format';
import { say } from './say';

const MB = 1e6;
const PLAIN_EVERY = 1000;

export type Progress = {
  bytes: (count: number) => void;
  rows: (count: number) => void;
  end: () => void;
};

export type Screen = { write: (text: string) => unknown; isTTY?: boolean };

/** `total`: the bytes in all, `null` where they are not known. */
export type State = { bytes: number; rows: number; total: number | null; seconds: number };

/**
 * A bar on a terminal, a line every second elsewhere, both on standard error: the report is the output. Time is told
 * from the first bytes on: a file that is read at once is told of by its report alone, on the slowest machine too.
 */
export function progress(
  total: number | null,
  screen: Screen = process.stderr,
  now = () => performance.now(),
): Progress {
  let start: number | null = null;
  const state = { bytes: 0, rows: 0, total, seconds: 0 };
  const shown = screen.isTTY && total !== null ? bar(total) : plain(screen);
  return {
    bytes: (count) => {
      start ??= now();
      state.bytes += count;
      state.seconds = (now() - start) / 1000;
      shown.update(state);
    },
    rows: (count) => {
      state.rows += count;
    },
    end: () => shown.end(state),
  };
}

/** The time left is that of what was read so far, on average. */
export function progressLine({ bytes, rows, total, seconds }: State): string {
  const whole = (value: number) => formatNumber(value, { maximumFractionDigits: 0 });
  const perSecond = bytes / Math.max(0.001, seconds);
  return say('progress', {
    ...{ rows: formatNumber(rows), rowsRaw: rows },
    ...{ mb: whole(bytes / MB), rate: whole(perSecond / MB) },
    total: total === null ? 'none' : whole(total / MB),
    left: total === null ? 'none' : whole(Math.ceil((total - bytes) / Math.max(1, perSecond))),
  });
}

type Shown = { update: (state: State) => void; end: (state: State) => void };

function bar(total: number): Shown {
  const shown = new SingleBar({
    format: '{bar} {percentage}% | {line}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  shown.start(total, 0, { line: '' });
  return {
    update: (state) => shown.update(state.bytes, { line: progressLine(state) }),
    end: () => shown.stop(),
  };
}

function plain(screen: Screen): Shown {
  let told = 0;
  const tell = (state: State) => screen.write(`${progressLine(state)}\n`);
  return {
    update: (state) => {
      if ((state.seconds - told) * 1000 < PLAIN_EVERY) return;
      told = state.seconds;
      tell(state);
    },
    end: (state) => {
      if (told > 0) tell(state);
    },
  };
}
