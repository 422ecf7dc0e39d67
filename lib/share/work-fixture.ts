import type { Catalog } from '@/lib/catalog';
import { type Evidence, evidence } from '@/lib/claim/evidence';
import { claimIn, frozenCatalog, tableIn } from '@/lib/data-fixture';
import { claimWork, tableWork, type Work } from './work';

/** Text that would break out of a script element, BibTeX, XML and Markdown alike. */
export const hostile =
  '</script><!-- <b>"both\' quotes" {one {open} 50 % & $5 #1 a_b ~x ^y \\end \u2028 ]]> `x`';

export const dated = async (): Promise<Catalog> => ({
  ...(await frozenCatalog()),
  revision: 'abc123',
});

export async function frozenTableWork(name: string): Promise<Work> {
  const catalog = await dated();
  return tableWork(catalog, tableIn(catalog, name));
}

export async function frozenEvidence(id: string): Promise<Evidence> {
  const catalog = await dated();
  return evidence(catalog, claimIn(catalog, id));
}

export async function frozenClaimWork(id: string): Promise<Work> {
  return claimWork(await dated(), await frozenEvidence(id));
}

/** A claim whose quote, answer and sources are all hostile text. */
export async function hostileEvidence(): Promise<Evidence> {
  const shown = await frozenEvidence('inspection-date');
  const claim = { ...shown.result.claim, quote: hostile };
  return { ...shown, answer: hostile, result: { ...shown.result, claim } };
}

export async function hostileWork(): Promise<Work> {
  const work = claimWork(await dated(), await hostileEvidence());
  const sources = work.sources.map((source) => ({ ...source, publisher: hostile, title: hostile }));
  return { ...work, sources };
}
