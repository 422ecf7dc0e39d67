import { Still } from '#still';
import { ClaimCards } from '@/components/claim-card';
import { textHref } from '@/components/links';
import { PaintSoFar } from '@/components/paint-so-far';
import { textLabel } from '@/components/text-page';
import { VerdictStrip } from '@/components/verdict-strip';
import site from '@/data/words/en.json';
import words from '@/data/words/text.json';
import type { Catalog } from '@/lib/catalog';
import { claimsInOrder, type Evidence, evidence } from '@/lib/claim/evidence';
import type { Text } from '@/lib/claim/text';
import { verdicts } from '@/lib/claim/verdict';
import { formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import type { Moves } from '@/lib/revision/history';

export type Filter = { kind: 'topic' | 'verdict'; value: string };

const passes = ({ result }: Evidence, filter: Filter | undefined): boolean =>
  !filter || (filter.kind === 'topic' ? result.claim.topic : result.verdict) === filter.value;

type Props = { catalog: Catalog; moves: Moves; filter?: Filter };

export function Dashboard({ catalog, moves, filter }: Props) {
  const { texts, claims, topics } = catalog.claims;
  const all = claimsInOrder(catalog).map((claim) => evidence(catalog, claim));
  const shown = all.filter((one) => passes(one, filter));
  return (
    <Still as="main" id="main" className="dashboard">
      <header className="dashboard-head">
        <h1>{message(words.front, { claims: claims.length, texts: texts.length })}</h1>
        <VerdictStrip results={claims.map((claim) => evidence(catalog, claim).result)} />
      </header>
      <FilterLinks
        topics={topics.filter(({ id }) => claims.some((claim) => claim.topic === id))}
        filter={filter}
        present={new Set(all.map(({ result }) => result.verdict))}
      />
      <PaintSoFar />
      {shown.length === 0 && <p>No claim has this verdict today.</p>}
      {texts.map((text) => (
        <TextSection
          key={text.id}
          text={text}
          shown={shown.filter(({ result }) => result.claim.text.id === text.id)}
          count={claims.filter((claim) => claim.text.id === text.id).length}
          moves={moves}
        />
      ))}
      <p className="downloads">
        <a href="/claims.csv" download>
          CSV of all {formatNumber(claims.length)} claims and their verdicts
        </a>
      </p>
    </Still>
  );
}

type TextProps = { text: Text; shown: Evidence[]; count: number; moves: Moves };

/** A text with those of its claims that are shown; nothing where there are none. */
function TextSection({ text, shown, count, moves }: TextProps) {
  if (shown.length === 0) return null;
  return (
    <section className="text" aria-labelledby={text.id}>
      <p className="place">{textLabel(text)}</p>
      <h2 id={text.id}>
        <a href={textHref(text.id)}>{text.title}</a>
      </h2>
      <p className="lead">{text.about}</p>
      <ClaimCards all={shown} moves={moves} />
      <p className="downloads">
        <a href={textHref(text.id)}>
          {message(words.all, { count, kind: text.kind, unrated: text.unrated.length })}
        </a>
      </p>
    </section>
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
                {site.verdicts[verdict]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
