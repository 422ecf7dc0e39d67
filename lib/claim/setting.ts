import type { DataPackage } from '@/lib/table/descriptor';
import type { Table } from '@/lib/table/table';
import type { ClaimsFile } from './claim';
import type { Setting } from './test-outcome';

/** What the claims are judged against: the tables, the day they were last brought up to date, the article's month. */
export function settingOf(catalog: {
  descriptor: DataPackage;
  tables: ReadonlyMap<string, Table>;
  claims: ClaimsFile;
}): Setting & { published: string } {
  return {
    tables: catalog.tables,
    dataDay: catalog.descriptor.created.slice(0, 10),
    published: catalog.claims.article.published,
  };
}
