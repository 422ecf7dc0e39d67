import type { ReactNode } from 'react';
import { Still } from '#still';
import { Cite } from '@/components/cite';
import { Downloads } from '@/components/downloads';
import { Glossed } from '@/components/glossed';
import { JsonLd } from '@/components/json-ld';
import { tableHref, tablePageHref } from '@/components/links';
import { PaintSoFar } from '@/components/paint-so-far';
import { RevisionNote } from '@/components/revision-note';
import type { Told } from '@/components/revision-told';
import { RowsScroll, RowsTable } from '@/components/rows-table';
import { viewHrefs } from '@/components/share';
import { SourceItems } from '@/components/source-list';
import { TableChart } from '@/components/table-chart-section';
import { tableViewWork } from '@/components/view-work';
import words from '@/data/words/en.json';
import { withState } from '@/lib/address';
import type { Catalog } from '@/lib/catalog';
import { formatNumber } from '@/lib/format';
import { once } from '@/lib/once';
import { datasetLd } from '@/lib/share/json-ld';
import { isOwnView, viewFileHref } from '@/lib/share/view-work';
import { tableWork } from '@/lib/share/work';
import type { GlossaryEntry } from '@/lib/site-facts';
import type { Resource } from '@/lib/table/descriptor';
import { pagedBy, pagesOf } from '@/lib/table/pages';
import { sourcesNamed } from '@/lib/table/source';
import { tableSummary } from '@/lib/table/summary';
import type { Table } from '@/lib/table/table';
import { type Chosen, NOTHING } from '@/lib/view/chosen';

type Props = {
  catalog: Catalog;
  table: Table;
  chosen?: Chosen;
  told?: Told | null;
  /** What there is to say beside the rows. */
  children?: ReactNode;
};

/** What is the same in every view of a table. */
const factsOf = once(({ site }: Catalog, table: Table) => (
  <TableFacts table={table} glossary={site.glossary} />
));
const columnsOf = once((_: Catalog, { resource }: Table) => <Columns resource={resource} />);
const rowsOf = once(({ tables }: Catalog, table: Table) => (
  <RowsTable table={table} rows={[...table.rows].reverse()} tables={tables} />
));
const sourcesOf = once(({ tables }: Catalog, { rows }: Table) => (
  <SourceItems sources={sourcesNamed(rows, tables)} />
));

export function TablePage(props: Props) {
  const { catalog, table, chosen = NOTHING, told = null, children } = props;
  const { resource } = table;
  const href = tableHref(resource.name);
  const work = tableWork(catalog, table);
  const shown = tableViewWork(catalog, chosen, table);
  const seen = isOwnView(chosen) ? shown : null;
  const file = (ending: string) => withState(`${href}.${ending}`, table.asOf);
  const pages = pagesOf(table);
  return (
    <main id="main" className="table-page">
      <nav className="crumbs" aria-label="Where you are">
        <a href="/tables">Data</a>
      </nav>
      <RevisionNote told={told} {...viewHrefs(href, chosen, catalog.revision)} />
      <h1>{resource.title}</h1>
      <p className="lead">{resource.description}</p>
      <Still as="dl" className="facts">
        {factsOf(catalog, table)}
      </Still>
      <Downloads href={file} work={work} />
      <PaintSoFar />
      <TableChart catalog={catalog} table={table} chosen={chosen} work={shown} />
      <Still as="details" className="columns">
        {columnsOf(catalog, table)}
      </Still>
      {seen ? (
        <Cite href={(ending) => viewFileHref(href, ending, chosen)} work={seen} />
      ) : (
        <Cite href={file} work={work} />
      )}
      <PaintSoFar />
      <section aria-labelledby="rows">
        <h2 id="rows">Rows</h2>
        {pages.length > 0 ? (
          <PageLinks table={table} pages={pages} />
        ) : (
          <RowsScroll table={table}>{rowsOf(catalog, table)}</RowsScroll>
        )}
      </section>
      {children}
      {resource.name !== 'sources' && (
        <section aria-labelledby="sources">
          <h2 id="sources">Sources</h2>
          <Still as="ul" className="sources">
            {sourcesOf(catalog, table)}
          </Still>
        </section>
      )}
      <JsonLd data={datasetLd(work)} />
    </main>
  );
}

function TableFacts({ table, glossary }: { table: Table; glossary: GlossaryEntry[] }) {
  const { resource } = table;
  const { rows, span, sources } = tableSummary(table);
  return (
    <>
      <dt>Rows</dt>
      <dd>{formatNumber(rows)}</dd>
      {span && (
        <>
          <dt>Span</dt>
          <dd>{span}</dd>
        </>
      )}
      <dt>What it counts</dt>
      <dd>
        <Glossed text={resource.basis} glossary={glossary} />
      </dd>
      {sources > 0 && (
        <>
          <dt>Sources</dt>
          <dd>{formatNumber(sources)}</dd>
        </>
      )}
      <dt>Licence</dt>
      <dd>
        {resource.licenses.map(({ title, path }) => (
          <span key={title}>{path ? <a href={path}>{title}</a> : title}</span>
        ))}
      </dd>
      {resource.limits.length > 0 && (
        <>
          <dt>Limits</dt>
          <dd>
            <ul>
              {resource.limits.map((limit) => (
                <li key={limit}>
                  <Glossed text={limit} glossary={glossary} />
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </>
  );
}

function Columns({ resource }: { resource: Resource }) {
  return (
    <>
      <summary>Columns</summary>
      <dl>
        {resource.schema.fields.map(({ name, title, unit, description }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {title}
              {unit && `, ${unit}`}
              {description && `. ${description}`}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function PageLinks({ table, pages }: { table: Table; pages: string[] }) {
  return (
    <>
      <p>{words.pages[pagedBy(table)].lead}</p>
      <ul className="page-links">
        {pages.map((page) => (
          <li key={page}>
            <a href={tablePageHref(table, page)}>{page}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
