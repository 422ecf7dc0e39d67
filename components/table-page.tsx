import { ChartFigure } from '@/components/chart/chart-figure';
import { Cite } from '@/components/cite';
import { Downloads } from '@/components/downloads';
import { JsonLd } from '@/components/json-ld';
import { tableHref } from '@/components/links';
import { RevisionNote } from '@/components/revision-note';
import { hrefOf } from '@/components/row-link';
import { RowsTable } from '@/components/rows-table';
import { PictureLinks } from '@/components/share';
import { SourceList } from '@/components/source-list';
import { ViewForm } from '@/components/view-form';
import { ViewNotes } from '@/components/view-notes';
import { viewOf } from '@/components/view-of';
import words from '@/data/words/en.json';
import type { ChartInput } from '@/lib/chart/input';
import { formatChartValue, formatNumber } from '@/lib/format';
import { datasetLd } from '@/lib/share/json-ld';
import type { Work } from '@/lib/share/work';
import type { Resource } from '@/lib/table/descriptor';
import { pagesOf } from '@/lib/table/pages';
import type { Tables } from '@/lib/table/select';
import { sourcesNamed } from '@/lib/table/source';
import { tableSummary } from '@/lib/table/summary';
import type { Table } from '@/lib/table/table';
import { type Chosen, NOTHING } from '@/lib/view/chosen';
import { unusedOf } from '@/lib/view/unused';

type Props = {
  table: Table;
  tables: Tables;
  chart: ChartInput | null;
  work: Work;
  chosen?: Chosen;
};

export function TablePage({ table, tables, chart, work, chosen = NOTHING }: Props) {
  const viewed = chart && viewOf(chart, chosen.view);
  const { resource } = table;
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
      <Downloads href={tableHref(resource.name)} work={work} />
      <RevisionNote
        path={tableHref(resource.name)}
        chosen={chosen}
        revision={work.revision}
        day={work.day}
      />
      {chart && viewed && (
        <>
          <ViewNotes
            chosen={chosen}
            viewed={[viewed]}
            plain={tableHref(resource.name)}
            unused={unusedOf(chosen.view, [chart])}
          />
          <ChartFigure
            input={viewed.input}
            rowHref={(name) => hrefOf(tables, name)}
            formatValue={(value) => formatChartValue(value, chart.axis.suffix)}
          >
            <PictureLinks
              path={tableHref(resource.name)}
              chosen={chosen}
              title={viewed.input.title}
            />
          </ChartFigure>
          <details className="view">
            <summary>{words.view.change}</summary>
            <ViewForm action={tableHref(resource.name)} chosen={chosen} charts={[chart]} />
          </details>
        </>
      )}
      <Columns resource={resource} />
      <Cite href={tableHref(resource.name)} work={work} />
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
