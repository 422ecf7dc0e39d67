import type { ReactNode } from 'react';
import type { Frame } from '@/lib/chart/frame';
import type { BandMark, BarMark, ColumnMark, DotMark, RuleMark } from '@/lib/chart/spec';
import { round } from './round';

/** What the server's drawing and the live one have in common: nothing here needs a path. */

/** Where a table's row is shown, and how a value is written. */
export type Sources = {
  rowHref?: ((name: string) => string) | undefined;
  formatValue?: ((value: number) => string) | undefined;
};

export function Band({ mark, area }: { mark: BandMark; area: Frame }) {
  return (
    <rect
      className="chart-after"
      x={round(area.x(mark.from))}
      y={round(area.top)}
      width={round(area.x(mark.to) - area.x(mark.from))}
      height={round(area.bottom - area.top)}
    />
  );
}

export function Rule({ mark, area }: { mark: RuleMark; area: Frame }) {
  const at = round(mark.axis === 'x' ? area.x(mark.at) : area.y(mark.at));
  const across = { x1: round(area.left), x2: round(area.right), y1: at, y2: at };
  const down = { x1: at, x2: at, y1: round(area.top - mark.rise), y2: round(area.bottom) };
  const ends = mark.axis === 'x' ? down : across;
  return <line className={`chart-rule-${mark.role} chart-tone-${mark.tone}`} {...ends} />;
}

/** What the browser says when a pointer rests on a mark. */
export function wordsOf(mark: Pointed, value: number, { formatValue }: Sources) {
  const { label, when } = mark;
  const said = ('text' in mark ? mark.text : undefined) ?? formatValue?.(value);
  const name = when === '' ? label : `${label}, ${when}`;
  return said === undefined ? name : `${name}: ${said}`;
}

type Pointed = DotMark | BarMark | ColumnMark;
type SourcedProps = Sources & { mark: Pointed; words: string; children: ReactNode };

export function Sourced({ mark, words, rowHref, children }: SourcedProps) {
  const row = mark.rows[0];
  const drawn = (
    <g className={`chart-tone-${mark.tone}`} data-mark={mark.id}>
      <title>{words}</title>
      {children}
    </g>
  );
  return rowHref && row !== undefined ? (
    <a href={rowHref(row)} aria-label={words}>
      {drawn}
    </a>
  ) : (
    drawn
  );
}
