import type { Catalog } from '@/lib/catalog';
import { chartSettingOf, settingOf } from '@/lib/claim/setting';
import { firstText, textPath } from '@/lib/claim/text';
import { didYouMean } from '@/lib/nearest';
import { checkChart } from './chart';
import { checkClaim } from './claim';
import { type Ground, type Report, unreadIn, within } from './report';
import { checkRevisions } from './revisions';
import { checkStarts } from './starts';
import { checkDescriptor, checkTable } from './tables';
import { checkTexts } from './text';
import { yearNotDrawn } from './years';

type ReportIn = (file: string) => Report;

function checkClaims(catalog: Catalog, ground: Omit<Ground, 'report'>, reportIn: ReportIn): void {
  const { texts, topics, claims } = catalog.claims;
  checkTexts(topics, reportIn('topics.json'));
  for (const text of texts) checkTexts(text, reportIn(textPath(text.id)));
  for (const claim of claims) {
    const report = within(reportIn(textPath(claim.text.id)), `claim "${claim.id}"`);
    checkClaim(catalog, claim, { ...ground, report });
  }
}

function checkTableCharts(catalog: Catalog, ground: Ground): void {
  const names = catalog.descriptor.resources.map(({ name }) => name);
  for (const [name, definition] of Object.entries(catalog.tableCharts)) {
    const report = within(ground.report, `table "${name}"`);
    if (!names.includes(name)) report('', `no such table${didYouMean(name, names)}`);
    const setting = chartSettingOf(settingOf(catalog), firstText(catalog.claims));
    const chart = checkChart(definition, definition, setting, { ...ground, report });
    const fault = chart && yearNotDrawn(definition.title, chart, ground.tables);
    if (fault) report('title', fault);
  }
}

/**
 * Evaluates everything that a page, picture, embed, feed or file shows, and returns a line for each fault. A table that
 * is described but missing is one whose file could not be read.
 */
export function checkCatalog(catalog: Catalog): string[] {
  const { tables } = catalog;
  const lines = new Set<string>();
  const report: ReportIn = (file) => (place, message) =>
    lines.add([file, place, message].filter(Boolean).join(': '));
  const unread = unreadIn(catalog);
  checkDescriptor(catalog, report('datapackage.json'));
  for (const table of tables.values())
    checkTable(
      catalog,
      table,
      within(report('datapackage.json'), `table "${table.resource.name}"`),
    );
  checkRevisions(catalog, report);
  checkTexts(catalog.site, report('site.json'));
  checkStarts(catalog.site.starts, catalog, report('site.json'));
  checkClaims(catalog, { tables, unread }, report);
  checkTableCharts(catalog, { tables, unread, report: report('table-charts.json') });
  return [...lines];
}
