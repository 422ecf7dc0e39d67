import type { Series } from './figure';
import type { Layout } from './layout';

/** Series by the cells that tell them apart. */
type Node = { next: Map<string, Node>; series: (Series | Fault | undefined)[] };

/** Why a record's cells make no series. */
export type Fault = { column: string | null; fault: string };

const node = (): Node => ({ next: new Map(), series: [] });

/** So many nodes are known at once; a file with more starts anew, and series may come again as new objects. */
const KNOWN = 100_000;

const damage = /[\0\uFFFD]/;

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
  /** Of each value column the first that has its measure and unit: years across make one series, not each its own. */
  private readonly alike: number[];
  private lastCells: string[] = [];

  constructor(
    private readonly layout: Layout,
    private readonly met: (name: string, text: string) => void,
  ) {
    const { dimensions, measure, unit, factor, values } = layout;
    const cells = [...dimensions.map(({ place }) => place), measure, unit, factor];
    const first = new Map<string, number>();
    this.alike = values.map(({ measure, unit, unitPlace }, column) => {
      const kind = JSON.stringify([measure, unit, unitPlace]);
      if (!first.has(kind)) first.set(kind, column);
      return first.get(kind) ?? column;
    });
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
        this.count += 1;
        at.next.set(copy(text), next);
      }
      at = next;
    }
    this.last = at;
    this.lastCells = cells;
  }

  /** The series, or what is wrong with the cells that name it. */
  series(column: number, cells: string[]): Series | Fault {
    const at = this.last ?? this.root;
    const place = this.alike[column] ?? column;
    const known = at.series[place];
    if (known) return known;
    const made = this.make(column, cells);
    at.series[place] = made;
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

  private make(column: number, cells: string[]): Series | Fault {
    const { layout } = this;
    const factor = this.factor(cells[layout.factor] ?? '');
    if (factor === null) return this.fault(layout.factor, cells, 'unknown scalar factor');
    const damaged = this.places.find((place) => damage.test(cells[place] ?? ''));
    if (damaged !== undefined) return this.fault(damaged, cells, 'not text');
    const named = layout.dimensions.map(
      ({ name, place }) => [name, copy(cells[place] ?? '')] as const,
    );
    for (const [name, text] of named) this.met(name, text);
    const value = layout.values[column];
    const printed = this.unit(column, cells);
    const scaled = printed === null ? { unit: null, factor: 1 } : layout.unitOf(printed);
    const measure = copy(cells[layout.measure] ?? '') || (value?.measure ?? '');
    // Not by assignment: a column may be named __proto__.
    const dimensions = Object.fromEntries(named);
    return { dimensions, measure, unit: scaled.unit, factor: factor * scaled.factor };
  }

  private fault(place: number, cells: string[], why: string): Fault {
    const printed = JSON.stringify((cells[place] ?? '').slice(0, 60));
    return { column: this.layout.columns[place] ?? null, fault: `${why}: ${printed}` };
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
