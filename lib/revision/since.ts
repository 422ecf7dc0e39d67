import type { Catalog } from '@/lib/catalog';
import { type Judged, judged } from '@/lib/claim/judged';
import { settingOf } from '@/lib/claim/setting';
import { tableNamed } from '@/lib/table/select';
import { parseTableText, type Table, TableError, toCsv } from '@/lib/table/table';
import { fileAsOf, HandChangedError, tablesSince } from './as-of';
import { fileFacts, revisionHash } from './hash';
import { largestFirst, type NetChange, type NetFigure, netChange } from './net';
import { type Revision, revisionsOf, standing } from './revisions';

/** A claim then and now; `before` is null where it could not be put to the earlier figures. */
export type ClaimSince = { id: string; before: Judged | null; after: Judged };

/** All that has changed since a state: the earlier files rebuilt, and the claims judged on them by the same code. */
export type Since = {
  tables: NetChange[];
  figures: NetFigure[];
  claims: ClaimSince[];
  /** Tables changed by hand after an import: what they were the log does not know. */
  lost: string[];
  /** Nothing was changed by hand: what was rebuilt has the name of the state that was asked for. */
  exact: boolean;
  /** All of the data as they were, to draw them; null where that would not be exact. */
  earlier: Catalog | null;
};

type Rebuilt = { tables: Map<string, Table>; texts: Map<string, string>; lost: string[] };

/** A table's file as a state had it; null where it was changed by hand since, or is described otherwise now. */
async function tableAsOf(
  { tables }: Pick<Catalog, 'tables'>,
  state: Revision,
  name: string,
): Promise<{ text: string; table: Table } | null> {
  const now = tables.get(name);
  if (!now) return null;
  try {
    const text = toCsv(now.resource, now.rows);
    const file = fileAsOf(tables, revisionsOf(tables), state, name, text);
    const table = file === text ? now : await parseTableText(now.resource, file);
    return { text: file, table };
  } catch (error) {
    if (error instanceof HandChangedError || error instanceof TableError) return null;
    throw error;
  }
}

/** The data at a revision that an address names; as they are where it names none, or one that cannot be drawn. */
export async function catalogAt(catalog: Catalog, asked: string | undefined): Promise<Catalog> {
  if (asked === undefined) return catalog;
  const stands = standing(revisionsOf(catalog.tables), asked, catalog.revision);
  if (stands.kind !== 'behind') return catalog;
  return (await changesSince(catalog, stands.state)).earlier ?? catalog;
}

/** A table's file at a revision that an address names; null where that is not known. */
export async function textAt(
  catalog: Catalog,
  asked: string,
  name: string,
): Promise<string | null> {
  const table = catalog.tables.get(name);
  const stands = standing(revisionsOf(catalog.tables), asked, catalog.revision);
  if (!table || table.resource.log) return null;
  if (stands.kind === 'present') return toCsv(table.resource, table.rows);
  if (stands.kind !== 'behind') return null;
  return (await tableAsOf(catalog, stands.state, name))?.text ?? null;
}

async function rebuilt(catalog: Catalog, state: Revision): Promise<Rebuilt> {
  const found: Rebuilt = { tables: new Map(), texts: new Map(), lost: [] };
  for (const name of tablesSince(revisionsOf(catalog.tables), state)) {
    const earlier = await tableAsOf(catalog, state, name);
    if (!earlier) found.lost.push(name);
    else {
      found.tables.set(name, earlier.table);
      found.texts.set(name, earlier.text);
    }
  }
  return found;
}

function judgedOr(
  claim: Catalog['claims']['claims'][number],
  setting: ReturnType<typeof settingOf>,
) {
  try {
    return judged(claim, setting);
  } catch {
    // A claim may name rows that there were not yet.
    return null;
  }
}

function claimsSince(catalog: Catalog, earlier: Catalog): ClaimSince[] {
  const [was, is] = [settingOf(earlier), settingOf(catalog)];
  return catalog.claims.claims.map((claim) => ({
    id: claim.id,
    before: judgedOr(claim, was),
    after: judged(claim, is),
  }));
}

/** Every table as of a state, also those that have not changed: a row leads to its page of then. */
function datedTables(
  { tables }: Catalog,
  earlier: ReadonlyMap<string, Table>,
  { id }: Revision,
): Map<string, Table> {
  const dated = [...tables].map(([name, now]): [string, Table] => {
    const table = earlier.get(name) ?? now;
    // The logs are of all states, and lead back to each.
    return [name, table.resource.log ? table : { ...table, asOf: id }];
  });
  return new Map(dated);
}

async function workedOut(catalog: Catalog, state: Revision): Promise<Since> {
  const { tables, texts, lost } = await rebuilt(catalog, state);
  const descriptor = { ...catalog.descriptor, created: state.created };
  const earlier = { ...catalog, descriptor, tables: datedTables(catalog, tables, state) };
  const nets = [...tables].map(([name, table]) =>
    netChange(table, tableNamed(catalog.tables, name)),
  );
  const facts = [...texts].map(
    ([name, text]) => [name, fileFacts(new TextEncoder().encode(text))] as const,
  );
  const files = new Map([...catalog.files, ...facts]);
  const exact = revisionHash(descriptor, catalog.claims, files) === state.id;
  const claims = claimsSince(catalog, earlier);
  const whole = exact && claims.every(({ before }) => before !== null);
  return {
    tables: nets
      .map(({ figures: _, ...counts }) => counts)
      .filter(({ added, revised, gone }) => added + revised + gone > 0),
    figures: largestFirst(nets.flatMap(({ figures }) => figures)),
    ...{ claims, lost, exact },
    earlier: whole ? { ...earlier, files, revision: state.id, asOf: state.id } : null,
  };
}

/** So many states are kept, the least lately asked for going first: to work one out takes as long as many pages. */
const KEPT = 8;

const kept = new WeakMap<Catalog, Map<string, Promise<Since>>>();

/** What has changed since a recorded state, worked out once. */
export function changesSince(catalog: Catalog, state: Revision): Promise<Since> {
  const states = kept.get(catalog) ?? new Map<string, Promise<Since>>();
  kept.set(catalog, states);
  const since = states.get(state.id) ?? workedOut(catalog, state);
  states.delete(state.id);
  states.set(state.id, since);
  for (const oldest of states.keys()) {
    if (states.size <= KEPT) break;
    states.delete(oldest);
  }
  return since;
}
