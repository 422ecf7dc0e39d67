import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { claimHref } from '@/components/links';
import { sharedMetadata } from '@/components/shared-metadata';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import { evidence } from '@/lib/claim/evidence';
import type { Chosen } from '@/lib/view/chosen';

/** The claim of that id; the page for what is not there otherwise. */
export function claimNamed({ claims }: Catalog, id: string): Claim {
  return claims.claims.find((claim) => claim.id === id) ?? notFound();
}

/** Of a reader’s own view, with the verdict that the page shows. */
export function claimMetadata(catalog: Catalog, id: string, chosen?: Chosen): Metadata {
  const claim = claimNamed(catalog, id);
  const { result, answer } = evidence(catalog, claim, chosen?.limits);
  const title = `“${claim.quote}”: ${words.verdicts[result.verdict]}`;
  const description = answer;
  const path = claimHref(id);
  return {
    title,
    description,
    alternates: { canonical: path },
    ...sharedMetadata({ title, description, path, picture: `${path}.png` }, chosen),
  };
}
