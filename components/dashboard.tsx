import { Still } from '#still';
import { ClaimCard } from '@/components/claim-card';
import { claimHref } from '@/components/links';
import { PaintSoFar } from '@/components/paint-so-far';
import { VerdictStrip } from '@/components/verdict-strip';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import { claimsInOrder, type Evidence, evidence } from '@/lib/claim/evidence';
import { verdicts } from '@/lib/claim/verdict';
import { formatNumber, formatPeriod } from '@/lib/format';
import { parsePeriod } from '@/lib/table/period';

export type Filter = { kind: 'topic' | 'verdict'; value: string };

const passes = ({ result }: Evidence, filter: Filter | undefined): boolean =>
  !filter || (filter.kind === 'topic' ? result.claim.topic : result.verdict) === filter.value;

export function Dashboard({ catalog, filter }: { catalog: Catalog; filter?: Filter }) {
  const { article, claims, topics } = catalog.claims;
  const all = new Map(claims.map((claim) => [claim.id, evidence(catalog, claim)]));
  const shown = claimsInOrder(catalog).flatMap(({ id }) => {
    const one = all.get(id);
    return one && passes(one, filter) ? [one] : [];
  });
  return (
    <Still as="main" id="main" className="dashboard">
      <header className="dashboard-head">
        <h1>
          An unsigned commentary of {formatPeriod(parsePeriod(article.published))} makes{' '}
          {formatNumber(claims.length)} claims that data can check. Here is each, beside the data.
        </h1>
        <p className="lead">{article.about}</p>
        <VerdictStrip results={[...all.values()].map(({ result }) => result)} />
      </header>
      <FilterLinks
        topics={topics}
        filter={filter}
        present={new Set([...all.values()].map(({ result }) => result.verdict))}
      />
      <PaintSoFar />
      {shown.length === 0 && <p>No claim has this verdict today.</p>}
      <ul className="cards">
        {shown.map((one) => (
          <ClaimCard
            key={one.result.claim.id}
            shown={one}
            lang={article.lang}
            href={claimHref(one.result.claim.id)}
          />
        ))}
      </ul>
      <p className="downloads">
        <a href="/claims.csv" download>
          CSV of all {formatNumber(claims.length)} claims and their verdicts
        </a>
      </p>
    </Still>
  );
}

type FilterProps = {
  topics: { id: string; title: string }[];
  filter: Filter | undefined;
  present: Set<string>;
};

function FilterLinks({ topics, filter, present }: FilterProps) {
  const current = (kind?: Filter['kind'], value?: string) =>
    filter?.kind === kind && filter?.value === value ? ('page' as const) : undefined;
  return (
    <nav className="filters" aria-label="Which claims">
      <ul>
        <li>
          <a href="/" aria-current={current()}>
            All
          </a>
        </li>
        {topics.map(({ id, title }) => (
          <li key={id}>
            <a href={`/?topic=${id}`} aria-current={current('topic', id)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <ul>
        {verdicts
          .filter((verdict) => present.has(verdict))
          .map((verdict) => (
            <li key={verdict}>
              <a href={`/?verdict=${verdict}`} aria-current={current('verdict', verdict)}>
                {words.verdicts[verdict]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
