import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { claimHref } from '@/components/links';
import words from '@/data/words/en.json';
import { answerOf } from '@/lib/answer';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim';
import { claimResult, type Limits } from '@/lib/claim-result';
import { settingOf } from '@/lib/setting';

/** The claim of that id; the page for what is not there otherwise. */
export function claimNamed({ claims }: Catalog, id: string): Claim {
  return claims.claims.find((claim) => claim.id === id) ?? notFound();
}

/** With a reader's own limits, the title says the verdict that the page shows. */
export function claimMetadata(catalog: Catalog, id: string, limits: Limits = {}): Metadata {
  const claim = claimNamed(catalog, id);
  const result = claimResult(claim, settingOf(catalog), limits);
  return {
    title: `“${claim.quote}”: ${words.verdicts[result.verdict]}`,
    description: answerOf(result),
    alternates: { canonical: claimHref(id) },
  };
}
