import type { Series } from './figure';
import type { Layout } from './layout';

/** Series by the cells that tell them apart. */
type Node = { next: Map<string, Node>; series: (Series | string | undefined)[] };

const node = (): Node => ({ next: new Map(), series: [] });

/** So many series are known at once; a file with more starts anew, and series may come again as new objects. */
const KNOWN = 100_000;

/** A cell cut from a piece of the file would keep all of that piece in memory. */
const copy = (text: string): string => (text.length < 13 ? text : JSON.parse(JSON.stringify(text)));

/**
 * Finds a record's series without making anything when the cells are those of the record before, and one look-up
 * per cell otherwise.
 */
export class SeriesIndex {
  private root = node();
  private count = 0;
  private last: Node | null = null;
  private readonly places: number[];
  private lastCells: string[] = [];

  constructor(
    private readonly layout: Layout,
    private readonly met: (name: string, text: string) => void,
  ) {
    const { dimensions, unit, factor, values } = layout;
    const cells = [...dimensions.map(({ place }) => place), unit, factor];
    const units = values.map(({ unitPlace }) => unitPlace);
    this.places = [...new Set([...cells, ...units])].filter((place) => place >= 0);
  }

  /** Call once for a record, then `series` for each of its value columns. */
  seek(cells: string[]): void {
    if (this.last && this.isLast(cells)) return;
    if (this.count > KNOWN) this.forget();
    let at = this.root;
    for (const place of this.places) {
      const text = cells[place] ?? '';
      let next = at.next.get(text);
      if (!next) {
        next = node();
        at.next.set(copy(text), next);
      }
      at = next;
    }
    this.last = at;
    this.lastCells = cells;
  }

  /** The series, or what is wrong with the cells that name it. */
  series(column: number, cells: string[]): Series | string {
    const at = this.last ?? this.root;
    const known = at.series[column];
    if (known) return known;
    const made = this.make(column, cells);
    at.series[column] = made;
    this.count += 1;
    return made;
  }

  private isLast(cells: string[]): boolean {
    for (const place of this.places) if (cells[place] !== this.lastCells[place]) return false;
    return true;
  }

  private forget(): void {
    this.root = node();
    this.count = 0;
  }

  private make(column: number, cells: string[]): Series | string {
    const { layout } = this;
    const factor = this.factor(cells[layout.factor] ?? '');
    if (factor === null) return `unknown scalar factor: ${JSON.stringify(cells[layout.factor])}`;
    const dimensions: Record<string, string> = {};
    for (const { name, place } of layout.dimensions) {
      const text = copy(cells[place] ?? '');
      this.met(name, text);
      dimensions[name] = text;
    }
    const value = layout.values[column];
    const printed = this.unit(column, cells);
    const scaled = printed === null ? { unit: null, factor: 1 } : layout.unitOf(printed);
    const measure = value?.measure ?? '';
    return { dimensions, measure, unit: scaled.unit, factor: factor * scaled.factor };
  }

  private unit(column: number, cells: string[]): string | null {
    const { unit, values } = this.layout;
    const { unitPlace = -1, unit: fixed = null } = values[column] ?? {};
    const place = unitPlace >= 0 ? unitPlace : unit;
    return place < 0 ? fixed : copy(cells[place] ?? '') || null;
  }

  private factor(printed: string): number | null {
    const words = printed.trim().toLowerCase();
    if (words === '') return this.layout.fixedFactor;
    const number = Number(words);
    return (
      this.layout.factors.get(words) ?? (number > 0 && Number.isFinite(number) ? number : null)
    );
  }
}
