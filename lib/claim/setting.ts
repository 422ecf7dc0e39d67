import { once } from '@/lib/once';
import type { DataPackage } from '@/lib/table/descriptor';
import type { Table } from '@/lib/table/table';
import type { Setting } from './test-outcome';
import type { Text } from './text';

type Given = { descriptor: DataPackage; tables: ReadonlyMap<string, Table> };

const setting = once(
  ({ descriptor }: Given, tables: Given['tables']): Setting => ({
    tables,
    dataDay: descriptor.created.slice(0, 10),
  }),
);

/** What a chart of a text's claims is drawn from. */
export const chartSettingOf = once((of: Setting, text: Text) => ({ ...of, text }));

/** What the claims are judged against: the tables, and the day they were last brought up to date. */
export const settingOf = (catalog: Given) => setting(catalog, catalog.tables);
