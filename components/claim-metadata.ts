import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { claimHref } from '@/components/links';
import { sharedMetadata } from '@/components/shared-metadata';
import { verdictText } from '@/components/verdict-text';
import { viewOf } from '@/components/view-of';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import { type Evidence, evidence } from '@/lib/claim/evidence';
import { usedLimits } from '@/lib/claim/limits';
import { type Chosen, doable } from '@/lib/view/chosen';
import { declinedByAll } from '@/lib/view/declined';
import { unknownIn } from '@/lib/view/unknown';

/** The claim of that id; the page for what is not there otherwise. */
export function claimNamed({ claims }: Catalog, id: string): Claim {
  return claims.claims.find((claim) => claim.id === id) ?? notFound();
}

/** What the page can do of a view, and what its first chart can, which stands for it elsewhere. */
function ableOf({ charts, result }: Evidence, asked: Chosen | undefined) {
  if (!asked) return {};
  const chosen = { ...asked, limits: usedLimits(asked.limits, result) };
  const unknown = unknownIn(chosen.view, charts);
  const declined = charts.map((chart) => viewOf(chart, chosen.view).declined);
  return {
    chosen: doable(chosen, declinedByAll(declined), unknown),
    pictured: doable(chosen, declined[0] ?? [], unknown),
  };
}

/** Of a reader’s own view, with the verdict that the page shows. */
export function claimMetadata(catalog: Catalog, id: string, chosen?: Chosen): Metadata {
  const claim = claimNamed(catalog, id);
  const shown = evidence(catalog, claim, chosen?.limits);
  const { result, answer } = shown;
  const able = ableOf(shown, chosen);
  const title = `“${claim.quote}”: ${verdictText(result)}`;
  const description = answer;
  const path = claimHref(id);
  return {
    title,
    description,
    alternates: { canonical: path },
    ...sharedMetadata(
      { title, description, path, picture: `${path}.png` },
      able.chosen,
      able.pictured,
    ),
  };
}
