import { comparePeriods, type Period, parsePeriod } from '@/lib/table/period';
import type { Figure, Series } from './figure';

/** What is kept of a reader's file: its figures by series, without the cells that a chart has no use for. */

export type OwnFigure = {
  period: Period;
  value: number | null;
  status: string | null;
  line: number;
};

export type OwnLine = Series & { id: string; file: number; figures: OwnFigure[] };

/** A browser holds so many without trouble: a file of 100 MB has about as many. */
export const MOST_FIGURES = 3_000_000;

/** Figures that were not kept, and why. */
export type LeftOut = {
  beyond: number;
  repeated: { line: number; first: number }[];
  count: number;
};

const MOST_TOLD = 50;

/** No part can hold a `:`, so an id is one text for one series. */
const idOf = (file: number, { dimensions, measure, unit, factor }: Series, kind: string): string =>
  [file, ...Object.values(dimensions), measure, unit ?? '', factor, kind]
    .map((part) => encodeURIComponent(part).replaceAll('~', '%7E'))
    .join(':');

export class OwnFigures {
  private readonly lines = new Map<string, OwnLine>();
  /** By the file's own series, whose object serves many figures, and the kind of period. */
  private known = new WeakMap<Series, Map<string, OwnLine>>();
  private readonly periods = new Map<string, Period>();
  private count = 0;
  readonly left: LeftOut = { beyond: 0, repeated: [], count: 0 };

  take(file: number, figures: Iterable<Figure>): void {
    for (const { line, period, series, value, status } of figures) {
      if (this.count >= MOST_FIGURES) {
        this.left.beyond += 1;
        continue;
      }
      this.count += 1;
      const read = this.periodOf(period);
      this.lineOf(file, series, read.kind).figures.push({ period: read, value, status, line });
    }
  }

  /** In order of time, one figure a period: a second one for the same period is told and left out. */
  end(): OwnLine[] {
    for (const line of this.lines.values()) line.figures = this.inOrder(line.figures);
    return [...this.lines.values()];
  }

  private periodOf(text: string): Period {
    const known = this.periods.get(text);
    if (known) return known;
    const period = parsePeriod(text);
    this.periods.set(text, period);
    return period;
  }

  private lineOf(file: number, series: Series, kind: string): OwnLine {
    const kinds = this.known.get(series) ?? new Map<string, OwnLine>();
    this.known.set(series, kinds);
    const known = kinds.get(kind);
    if (known) return known;
    const id = idOf(file, series, kind);
    const line = this.lines.get(id) ?? { ...series, id, file, figures: [] };
    this.lines.set(id, line);
    kinds.set(kind, line);
    return line;
  }

  private inOrder(figures: OwnFigure[]): OwnFigure[] {
    const sorted = figures.sort((a, b) => comparePeriods(a.period, b.period) || a.line - b.line);
    let kept: OwnFigure | undefined;
    return sorted.filter((figure) => {
      if (kept?.period !== figure.period) {
        kept = figure;
        return true;
      }
      this.tellRepeated({ line: figure.line, first: kept.line });
      return false;
    });
  }

  private tellRepeated(repeated: LeftOut['repeated'][number]): void {
    this.left.count += 1;
    if (this.left.repeated.length < MOST_TOLD) this.left.repeated.push(repeated);
  }
}
