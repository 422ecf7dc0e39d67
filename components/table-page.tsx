import { Cite } from '@/components/cite';
import { Downloads } from '@/components/downloads';
import { JsonLd } from '@/components/json-ld';
import { tableHref } from '@/components/links';
import { RevisionNote } from '@/components/revision-note';
import type { Told } from '@/components/revision-told';
import { RowsTable } from '@/components/rows-table';
import { viewHrefs } from '@/components/share';
import { SourceList } from '@/components/source-list';
import { TableChart } from '@/components/table-chart-section';
import { tableViewWork } from '@/components/view-work';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import { formatNumber } from '@/lib/format';
import { datasetLd } from '@/lib/share/json-ld';
import { isOwnView, viewFileHref } from '@/lib/share/view-work';
import { tableWork } from '@/lib/share/work';
import type { Resource } from '@/lib/table/descriptor';
import { pagesOf } from '@/lib/table/pages';
import { sourcesNamed } from '@/lib/table/source';
import { tableSummary } from '@/lib/table/summary';
import type { Table } from '@/lib/table/table';
import { type Chosen, NOTHING } from '@/lib/view/chosen';

type Props = { catalog: Catalog; table: Table; chosen?: Chosen; told?: Told | null };

export function TablePage({ catalog, table, chosen = NOTHING, told = null }: Props) {
  const { tables } = catalog;
  const { resource } = table;
  const href = tableHref(resource.name);
  const work = tableWork(catalog, table);
  const seen = isOwnView(chosen) ? tableViewWork(catalog, chosen, table) : null;
  const pages = pagesOf(table);
  const sources = resource.name === 'sources' ? [] : sourcesNamed(table.rows, tables);
  return (
    <main id="main" className="table-page">
      <nav className="crumbs" aria-label="Where you are">
        <a href="/tables">Data</a>
      </nav>
      <h1>{resource.title}</h1>
      <p className="lead">{resource.description}</p>
      <TableFacts table={table} />
      <Downloads href={href} work={work} />
      <RevisionNote told={told} {...viewHrefs(href, chosen, catalog.revision)} />
      <TableChart catalog={catalog} table={table} chosen={chosen} />
      <Columns resource={resource} />
      {seen ? (
        <Cite href={(ending) => viewFileHref(href, ending, chosen)} work={seen} />
      ) : (
        <Cite href={(ending) => `${href}.${ending}`} work={work} />
      )}
      <section aria-labelledby="rows">
        <h2 id="rows">Rows</h2>
        {pages.length > 0 ? (
          <PageLinks resource={resource} pages={pages} />
        ) : (
          <RowsTable table={table} rows={[...table.rows].reverse()} />
        )}
      </section>
      {sources.length > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">Sources</h2>
          <SourceList sources={sources} />
        </section>
      )}
      <JsonLd data={datasetLd(work)} />
    </main>
  );
}

function TableFacts({ table }: { table: Table }) {
  const { resource } = table;
  const { rows, span, sources } = tableSummary(table);
  return (
    <dl className="facts">
      <dt>Rows</dt>
      <dd>{formatNumber(rows)}</dd>
      {span && (
        <>
          <dt>Span</dt>
          <dd>{span}</dd>
        </>
      )}
      <dt>What it counts</dt>
      <dd>{resource.basis}</dd>
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
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}

function Columns({ resource }: { resource: Resource }) {
  return (
    <details className="columns">
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
    </details>
  );
}

function PageLinks({ resource, pages }: { resource: Resource; pages: string[] }) {
  return (
    <>
      <p>{words.pages[resource.pages ?? 'year'].lead}</p>
      <ul className="page-links">
        {pages.map((page) => (
          <li key={page}>
            <a href={`${tableHref(resource.name)}/${page}`}>{page}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
