import type { OverTime } from '@/lib/chart/input';

/** What the page knows of the site's own data before any of it is fetched. */

export type ClaimFacts = {
  id: string;
  quote: string;
  verdict: string;
  answer: string;
  /** Names of the tables behind it. */
  tables: string[];
  /** How large the picture of its first chart is; null where it has none. */
  picture: { wide: Size; narrow: Size } | null;
};

/** In CSS pixels. */
export type Size = { width: number; height: number };

export type Shipped = {
  claims: ClaimFacts[];
  tables: { name: string; title: string }[];
  text: OverTime['text'];
  revision: string;
  /** Those that there are rates for. */
  currencies: string[];
};
