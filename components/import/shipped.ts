import type { OverTime } from '@/lib/chart/input';

/** What the page knows of the site's own data before any of it is fetched. */

export type ClaimFacts = {
  id: string;
  quote: string;
  verdict: string;
  answer: string;
  /** Names of the tables behind it. */
  tables: string[];
};

export type Shipped = {
  claims: ClaimFacts[];
  tables: { name: string; title: string }[];
  article: OverTime['article'];
  revision: string;
};
