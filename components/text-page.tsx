import { Still } from '#still';
import { ClaimCards } from '@/components/claim-card';
import { textHref } from '@/components/links';
import words from '@/data/words/text.json';
import type { Catalog } from '@/lib/catalog';
import { claimsOfText, evidence } from '@/lib/claim/evidence';
import { relatedTo, type Text } from '@/lib/claim/text';
import { capitalised, formatPeriod } from '@/lib/format';
import { message } from '@/lib/message';
import type { Moves } from '@/lib/revision/history';
import { parsePeriod } from '@/lib/table/period';

const whenOf = ({ day }: Text): string => formatPeriod(parsePeriod(day));

/** "Leaflet, June 2025" */
export const textLabel = (text: Text): string =>
  message(words.label, { kind: capitalised(text.kind), when: whenOf(text) });

/** "leaflet of June 2025" */
export const textPlace = (text: Text): string =>
  message(words.placeOf, { kind: text.kind, when: whenOf(text) });

/** One text: where it is from, its claims, and what of it is left unrated. */
type Props = { catalog: Catalog; text: Text; moves: Moves };

export function TextPage({ catalog, text, moves }: Props) {
  const claims = claimsOfText(catalog, text);
  return (
    <Still as="main" id="main" className="dashboard text-page">
      <header className="dashboard-head">
        <nav className="crumbs" aria-label="Where you are">
          <a href="/">Claims</a> › {textLabel(text)}
        </nav>
        <h1>{text.title}</h1>
        <p className="lead">{text.about}</p>
        <TextFacts text={text} />
      </header>
      <section aria-labelledby="claims">
        <h2 id="claims">{words.claims}</h2>
        <p className="lead">{message(words.quoted, { claims: claims.length, kind: text.kind })}</p>
        <ClaimCards all={claims.map((claim) => evidence(catalog, claim))} moves={moves} />
      </section>
      <Related catalog={catalog} text={text} />
      <Unrated text={text} />
    </Still>
  );
}

function TextFacts({ text }: { text: Text }) {
  const { author, publisher, address, relay, sha256 } = text;
  return (
    <dl className="text-facts">
      <Fact name="author">{author ?? words.unknown}</Fact>
      <Fact name="publisher">{publisher ?? words.unknown}</Fact>
      <Fact name="day">{whenOf(text)}</Fact>
      {(address || !relay) && (
        <Fact name="original">
          {address ? (
            <a href={address}>{message(words.read, { kind: text.kind })}</a>
          ) : (
            words.unknown
          )}
        </Fact>
      )}
      {relay && (
        <Fact name="relay">
          <a href={relay.address}>{relay.name}</a>. {relay.note}
        </Fact>
      )}
      {sha256 && (
        <Fact name="sha256">
          <code className="hash">{sha256}</code>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: keyof typeof words.facts; children: React.ReactNode }) {
  return (
    <div>
      <dt>{words.facts[name]}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The texts that a text leads to, and why. */
function Related({ catalog, text }: { catalog: Catalog; text: Text }) {
  const related = relatedTo(catalog.claims, text);
  if (related.length === 0) return null;
  return (
    <section aria-labelledby={`related-${text.id}`}>
      <h2 id={`related-${text.id}`}>{words.related}</h2>
      <ul className="plain">
        {related.map(({ text: other, why }) => (
          <li key={other.id}>
            <a href={textHref(other.id)}>{other.title}</a> ({textPlace(other)}). {why}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unrated({ text: { kind, unrated } }: { text: Text }) {
  if (unrated.length === 0) return null;
  return (
    <section aria-labelledby="unrated">
      <h2 id="unrated">{words.unrated}</h2>
      <p className="lead">{message(words.unratedLead, { count: unrated.length, kind })}</p>
      <ul className="unrated">
        {unrated.map(({ paragraph, what, why }) => (
          <li key={what}>
            {paragraph !== undefined && (
              <>
                <span className="place">{message(words.paragraph, { paragraph })}</span>{' '}
              </>
            )}
            {what} <em>{why}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}
