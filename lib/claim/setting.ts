import { once } from '@/lib/once';
import type { DataPackage } from '@/lib/table/descriptor';
import type { Table } from '@/lib/table/table';
import type { ClaimsFile } from './claim';
import type { Setting } from './test-outcome';

type Given = {
  descriptor: DataPackage;
  tables: ReadonlyMap<string, Table>;
  claims: ClaimsFile;
};

const setting = once(
  ({ descriptor, claims }: Given, tables: Given['tables']): Setting & { published: string } => ({
    tables,
    dataDay: descriptor.created.slice(0, 10),
    published: claims.article.published,
  }),
);

/** What the claims are judged against: the tables, the day they were last brought up to date, the article's month. */
export const settingOf = (catalog: Given) => setting(catalog, catalog.tables);
