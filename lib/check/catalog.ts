import type { Catalog } from '@/lib/catalog';
import { chartSettingOf, settingOf } from '@/lib/claim/setting';
import { firstText } from '@/lib/claim/text';
import { didYouMean } from '@/lib/nearest';
import { checkChart } from './chart';
import { checkClaim } from './claim';
import { type Ground, type Report, unreadIn, within } from './report';
import { checkRevisions } from './revisions';
import { checkStarts } from './starts';
import { checkDescriptor, checkTable } from './tables';
import { checkTexts } from './text';

function checkClaims(catalog: Catalog, ground: Ground): void {
  const { texts, topics, claims } = catalog.claims;
  const { report } = ground;
  checkTexts({ texts, topics }, report);
  for (const claim of claims)
    checkClaim(catalog, claim, { ...ground, report: within(report, `claim "${claim.id}"`) });
}

function checkTableCharts(catalog: Catalog, ground: Ground): void {
  const names = catalog.descriptor.resources.map(({ name }) => name);
  for (const [name, definition] of Object.entries(catalog.tableCharts)) {
    const report = within(ground.report, `table "${name}"`);
    if (!names.includes(name)) report('', `no such table${didYouMean(name, names)}`);
    const setting = chartSettingOf(settingOf(catalog), firstText(catalog.claims));
    checkChart(definition, definition, setting, { ...ground, report });
  }
}

/**
 * Evaluates everything that a page, picture, embed, feed or file shows, and returns a line for each fault. A table that
 * is described but missing is one whose file could not be read.
 */
export function checkCatalog(catalog: Catalog): string[] {
  const { tables } = catalog;
  const lines = new Set<string>();
  const report =
    (file: string): Report =>
    (place, message) =>
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
  checkStarts(catalog.site.starts, catalog, report('site.json'));
  checkClaims(catalog, { tables, unread, report: report('texts') });
  checkTableCharts(catalog, { tables, unread, report: report('table-charts.json') });
  return [...lines];
}
