import { Still } from '#still';
import { Conflicts } from '@/components/conflicts';
import { ReadingArticle } from '@/components/reading';
import { SourceItems } from '@/components/source-list';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import { type Evidence, evidence } from '@/lib/claim/evidence';
import type { Limits } from '@/lib/claim/result';
import { once } from '@/lib/once';
import { sourcesNamed } from '@/lib/table/source';

/** What stands below a claim's charts. Of most views it is the same, and is kept. */

type Props = { catalog: Catalog; claim: Claim };
type ReadingProps = Props & { shown: Evidence; limits: Limits };

export function Readings({ catalog, claim, shown, limits }: ReadingProps) {
  const own = Object.keys(limits).length > 0;
  return (
    <Still as="section" aria-labelledby="readings">
      {own ? <ReadingList {...{ catalog, claim, shown, limits }} /> : ourReadings(catalog, claim)}
    </Still>
  );
}

const ourReadings = once((catalog: Catalog, claim: Claim) => (
  <ReadingList {...{ catalog, claim }} shown={evidence(catalog, claim)} limits={{}} />
));

function ReadingList({ catalog, claim, shown, limits }: ReadingProps) {
  return (
    <>
      <h2 id="readings">How it was read</h2>
      <p className="lead">
        A reading is one fair way to measure the words. The first takes them as they stand.
      </p>
      <ol className="readings">
        {shown.result.readings.map((reading) => (
          <ReadingArticle
            key={reading.number}
            {...{ claim: claim.id, reading, limits, tables: catalog.tables, asOf: catalog.asOf }}
          />
        ))}
      </ol>
    </>
  );
}

const conflictsOf = once((catalog: Catalog, claim: Claim) => (
  <>
    <h2 id="conflicts">Where sources disagree</h2>
    <Conflicts conflicts={evidence(catalog, claim).conflicts} tables={catalog.tables} />
  </>
));

export function ConflictsSection({ catalog, claim }: Props) {
  if (claim.conflicts.length === 0) return null;
  return (
    <Still as="section" aria-labelledby="conflicts">
      {conflictsOf(catalog, claim)}
    </Still>
  );
}

const sourcesOf = once((catalog: Catalog, claim: Claim) => {
  const rows = evidence(catalog, claim).rows.map(({ row }) => row);
  return <SourceItems sources={sourcesNamed(rows, catalog.tables)} />;
});

export function ClaimSources({ catalog, claim }: Props) {
  return (
    <Still as="ul" className="sources">
      {sourcesOf(catalog, claim)}
    </Still>
  );
}
