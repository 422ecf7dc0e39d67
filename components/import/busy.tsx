import words from '@/data/words/import.json';
import { formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import type { State } from './import-state';

const MEGA = 1e6;

/** A screen reader is told each quarter, not every step. */
const QUARTER = 25;

export const megabytes = (bytes: number): string =>
  formatNumber(bytes / MEGA, { maximumFractionDigits: bytes < MEGA ? 3 : 1 });

type Props = { busy: NonNullable<State['busy']>; cancel: () => void };

export function Busy({ busy: { asked, progress }, cancel }: Props) {
  const of = asked.files.reduce((sum, { size }) => sum + size, 0);
  const read = Math.min(progress.read, of);
  const percent = of === 0 ? 0 : (read / of) * 100;
  return (
    <section className="busy" aria-labelledby="busy">
      <h2 id="busy">{message(words.busy.title, { name: asked.setting.name })}</h2>
      <progress max={of} value={read} aria-labelledby="busy" />
      <p className="note">
        {message(words.busy.progress, { read: megabytes(read), of: megabytes(of) })}
      </p>
      <p role="status" className="visually-hidden">
        {message(words.busy.percent, { percent: Math.floor(percent / QUARTER) * QUARTER })}
      </p>
      <button type="button" onClick={cancel}>
        {words.busy.cancel}
      </button>
    </section>
  );
}
