import { Still } from '#still';
import { claimHref } from '@/components/links';
import words from '@/data/words/about.json';
import type { Catalog } from '@/lib/catalog';
import { formatDay } from '@/lib/format';
import { message } from '@/lib/message';
import type { SiteFacts } from '@/lib/site-facts';
import type { Row } from '@/lib/table/table';

/** Who runs the site and on what terms; nothing here is invented for a copy that says nothing. */
export function AboutPage({ catalog }: { catalog: Catalog }) {
  const { site, tables } = catalog;
  const corrections = (tables.get('corrections')?.rows ?? []).toReversed();
  return (
    <Still as="main" id="main" className="method about">
      <h1>{words.title}</h1>
      <Part id="who">
        <Operator site={site} />
      </Part>
      <Part id="dispute">
        <p>{words.dispute}</p>
        {!hasContact(site) && <p>{words.disputeNobody}</p>}
      </Part>
      <Part id="corrections">
        <p>{words.corrections}</p>
        <Corrections rows={corrections} catalog={catalog} />
      </Part>
      <Part id="privacy">
        <Paragraphs texts={words.privacy} />
      </Part>
      <Part id="accessibility">
        <Paragraphs texts={words.accessibility} />
      </Part>
      <Part id="reuse">
        <p>{site.reuse}</p>
      </Part>
      <Part id="glossary">
        <dl className="scale">
          {site.glossary.map(({ id, term, means }) => (
            <div key={id} id={id}>
              <dt>{term}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </Still>
  );
}

type PartName = keyof typeof words.headings;

function Part({ id, children }: { id: PartName; children: React.ReactNode }) {
  return (
    <section>
      <h2 id={id}>{words.headings[id]}</h2>
      {children}
    </section>
  );
}

const Paragraphs = ({ texts }: { texts: string[] }) =>
  texts.map((text) => <p key={text}>{text}</p>);

const hasContact = ({ contact }: SiteFacts): boolean =>
  contact.email !== '' || contact.address !== '';

function Operator({ site }: { site: SiteFacts }) {
  const { operator, contact, funding } = site;
  if (operator === '' && !hasContact(site)) return <p>{words.nobody}</p>;
  return (
    <>
      {operator && <p>{message(words.runBy, { operator })}</p>}
      {hasContact(site) && (
        <p>
          {words.writeTo} {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}{' '}
          {contact.address}
        </p>
      )}
      <p>{funding ? message(words.paid, { funding }) : words.paidUnknown}</p>
    </>
  );
}

function Corrections({ rows, catalog }: { rows: Row[]; catalog: Catalog }) {
  if (rows.length === 0) return <p>{words.noCorrections}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-labelledby="corrections" tabIndex={0}>
      <table aria-labelledby="corrections">
        <thead>
          <tr>
            {words.correctionColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} id={row.key}>
              <td>{row.period && formatDay(row.period.start)}</td>
              <td>
                <ClaimLink id={String(row.cells.claim ?? '')} catalog={catalog} />
              </td>
              <td>{row.cells.wrong}</td>
              <td>{row.cells.changed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ClaimLink({ id, catalog }: { id: string; catalog: Catalog }) {
  const claim = catalog.claims.claims.find((one) => one.id === id);
  return claim ? <a href={claimHref(id)}>{claim.restatement}</a> : id;
}
