import type { Catalog } from '@/lib/catalog';
import { settingOf } from '@/lib/claim/setting';
import { didYouMean } from '@/lib/nearest';
import { parsePeriod } from '@/lib/table/period';
import { checkChart } from './chart';
import { checkClaim } from './claim';
import { type Ground, made, type Report, unreadIn, within } from './report';
import { checkRevisions } from './revisions';
import { checkDescriptor, checkTable } from './tables';
import { checkTexts } from './text';

function checkClaims(catalog: Catalog, ground: Ground): void {
  const { article, topics, claims } = catalog.claims;
  const { report } = ground;
  checkTexts({ article, topics }, report);
  article.unrated.forEach(({ paragraph }, index) => {
    if (paragraph > article.paragraphs)
      report(
        `article, unrated passage ${index + 1}, paragraph`,
        `${paragraph}, but the article has ${article.paragraphs}`,
      );
  });
  for (const claim of claims)
    checkClaim(catalog, claim, { ...ground, report: within(report, `claim "${claim.id}"`) });
}

function checkTableCharts(catalog: Catalog, ground: Ground): void {
  const names = catalog.descriptor.resources.map(({ name }) => name);
  for (const [name, definition] of Object.entries(catalog.tableCharts)) {
    const report = within(ground.report, `table "${name}"`);
    if (!names.includes(name)) report('', `no such table${didYouMean(name, names)}`);
    checkChart(definition, definition, settingOf(catalog), { ...ground, report });
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
  const claims = report('claims.json');
  const { published } = catalog.claims.article;
  if (made(() => parsePeriod(published), claims, 'article, published')) {
    checkClaims(catalog, { tables, unread, report: claims });
    checkTableCharts(catalog, { tables, unread, report: report('table-charts.json') });
  }
  return [...lines];
}
