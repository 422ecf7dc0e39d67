import { Still } from '#still';
import { Conflicts } from '@/components/conflicts';
import { ReadingArticle } from '@/components/reading';
import { SourceItems } from '@/components/source-list';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import type { Claim, Role } from '@/lib/claim/claim';
import { type Evidence, evidence } from '@/lib/claim/evidence';
import type { Limits } from '@/lib/claim/result';
import { message } from '@/lib/message';
import { once } from '@/lib/once';
import { sourcesNamed } from '@/lib/table/source';

/** What stands below a claim's charts. Of most views it is the same, and is kept. */

type Props = { catalog: Catalog; claim: Claim };
type ReadingProps = Props & { shown: Evidence; limits: Limits };

/** The readings that count, and apart from them those that do not. */
export function Readings(props: ReadingProps) {
  const { context } = props.shown.result;
  return (
    <>
      <ReadingSection {...props} of="words" id="readings" />
      {context.length > 0 && <ReadingSection {...props} of="context" id="context" />}
    </>
  );
}

type SectionProps = ReadingProps & { of: Role; id: string };

function ReadingSection({ catalog, claim, shown, limits, of, id }: SectionProps) {
  const own = Object.keys(limits).length > 0;
  return (
    <Still as="section" aria-labelledby={id}>
      {own ? (
        <ReadingList {...{ catalog, claim, shown, limits, of, id }} />
      ) : (
        ourReadings[of](catalog, claim)
      )}
    </Still>
  );
}

const ourList = (of: Role, id: string) =>
  once((catalog: Catalog, claim: Claim) => (
    <ReadingList {...{ catalog, claim, of, id }} shown={evidence(catalog, claim)} limits={{}} />
  ));

const ourReadings = { words: ourList('words', 'readings'), context: ourList('context', 'context') };

function ReadingList({ catalog, claim, shown, limits, of, id }: SectionProps) {
  return (
    <>
      <h2 id={id}>{words.ways[of]}</h2>
      <p className="lead">{message(words.ways[`${of}Lead`], { kind: claim.text.kind })}</p>
      <ol className="readings">
        {shown.result[of].map((reading) => (
          <ReadingArticle key={reading.number} {...{ claim, reading, limits, catalog }} />
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
