import { claimHref } from '@/components/links';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import { claimsInOrder } from '@/lib/claim/evidence';

/** The claim before and the claim after, in the dashboard's order. */
export function ClaimNav({ catalog, claim }: { catalog: Catalog; claim: Claim }) {
  const claims = claimsInOrder(catalog);
  const place = claims.findIndex(({ id }) => id === claim.id);
  const [before, after] = [claims[place - 1], claims[place + 1]];
  return (
    <nav className="claim-nav" aria-label="Other claims">
      {before && (
        <a rel="prev" href={claimHref(before.id)}>
          <span>Previous claim</span> {before.restatement}
        </a>
      )}
      {after && (
        <a rel="next" href={claimHref(after.id)}>
          <span>Next claim</span> {after.restatement}
        </a>
      )}
    </nav>
  );
}
