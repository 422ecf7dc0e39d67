import type { Catalog } from '@/lib/catalog';
import { didYouMean } from '@/lib/nearest';
import { bibtex, cslJson } from '@/lib/share/citation';
import { datasetLd } from '@/lib/share/json-ld';
import { metadata } from '@/lib/share/metadata';
import { packageReadme } from '@/lib/share/package-readme';
import { tableWork } from '@/lib/share/work';
import type { DataPackage, Resource } from '@/lib/table/descriptor';
import { RATES, rateMeasure } from '@/lib/table/rates';
import { seriesOf } from '@/lib/table/series';
import { tableSummary } from '@/lib/table/summary';
import type { Table } from '@/lib/table/table';
import { checkColumn } from './quantity';
import { made, type Report, within } from './report';
import { checkTexts } from './text';

/** The columns that the code reads by name. */
const REQUIRED: Record<string, string[]> = {
  sources: ['source_id', 'publisher', 'title', 'url', 'published', 'url_exact', 'via'],
  [RATES]: ['currency', 'period_type'],
  revisions: [
    ...['period', 'created', 'revision', 'previous', 'kind', 'table', 'file'],
    ...['sha256_before', 'sha256_after', 'rows_added', 'rows_revised', 'rows_gone'],
  ],
  'revision-changes': ['revision', 'table', 'change', 'row', 'rows', 'column', 'before'],
};

/** Each row names its source, so that every figure and every event has one. */
function checkSource({ log, name, schema }: Resource, report: Report): void {
  if (log || name === 'sources') return;
  const source = schema.fields.find(({ role }) => role === 'source');
  if (!source) report('', 'no column of the role "source"');
  else if (source.constraints?.required !== true)
    report(`column "${source.name}"`, 'must be required: each row names its source');
}

function checkKeys({ resources }: DataPackage, { schema }: Resource, report: Report): void {
  const own = schema.fields.map(({ name }) => name);
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    for (const field of fields)
      if (!own.includes(field))
        report('foreignKeys', `no column "${field}"${didYouMean(field, own)}`);
    const target = resources.find(({ name }) => name === reference.resource);
    const names = target?.schema.fields.map(({ name }) => name) ?? [];
    if (!target)
      report(
        'foreignKeys',
        `no table "${reference.resource}"${didYouMean(
          reference.resource,
          resources.map(({ name }) => name),
        )}`,
      );
    else
      for (const field of reference.fields)
        if (!names.includes(field))
          report(
            'foreignKeys',
            `no column "${field}" in ${target.name}${didYouMean(field, names)}`,
          );
  }
}

export function checkDescriptor(catalog: Catalog, report: Report): void {
  const { descriptor } = catalog;
  checkTexts(descriptor, report);
  descriptor.resources.forEach((resource, index) => {
    const inner = within(report, `table "${resource.name}"`);
    if (descriptor.resources.findIndex(({ name }) => name === resource.name) < index)
      inner('', 'described twice');
    checkSource(resource, inner);
    checkKeys(descriptor, resource, inner);
  });
}

/** A misspelt value would colour nothing. */
function checkMain(table: Table, report: Report): void {
  for (const { name, main, role } of table.resource.schema.fields) {
    if (main === undefined) continue;
    const values = new Set(table.rows.map(({ cells }) => String(cells[name] ?? '')));
    if (role !== 'dimension') report(`column "${name}"`, 'only a dimension has a "main" value');
    else if (!values.has(main))
      report(`column "${name}"`, `main: no row has "${main}"${didYouMean(main, values)}`);
  }
}

/** Makes what the page and the files of a table show. */
export function checkTable(catalog: Catalog, table: Table, report: Report): void {
  for (const column of REQUIRED[table.resource.name] ?? [])
    checkColumn(table, column, 'fields', report);
  if (table.resource.name === RATES) made(() => rateMeasure(table), report, 'fields');
  checkMain(table, report);
  made(() => tableSummary(table), report, 'summary');
  made(() => seriesOf(table), report, 'series');
  const work = made(() => tableWork(catalog, table), report, 'CSV');
  if (!work) return;
  made(() => metadata(work), report, 'metadata');
  made(() => [bibtex(work), cslJson(work)], report, 'citation');
  made(() => packageReadme(work), report, 'readme');
  made(() => datasetLd(work), report, 'JSON-LD');
}
