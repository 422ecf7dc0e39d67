import { isDeepStrictEqual } from 'node:util';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import { type Judged, judged } from '@/lib/claim/judged';
import { settingOf } from '@/lib/claim/setting';
import type { Table } from '@/lib/table/table';
import { largestFirst, type NetChange, type NetFigure, netChange } from './net';

/** A claim then and now; null where there was none, or is none any more. */
export type ClaimSince = {
  claim: Claim;
  before: Judged | null;
  after: Judged | null;
  /** Its words, or the ways to measure them, are not those of then. */
  edited: boolean;
};

/** All that has changed since a state; the claims of each are judged on its own figures by the same code. */
export type Since = {
  tables: (NetChange & { title: string; wasThere: boolean; isThere: boolean })[];
  figures: NetFigure[];
  claims: ClaimSince[];
  /** Words were edited: texts, claims, descriptions. */
  edited: boolean;
};

function tablesSince(then: Catalog, now: Catalog) {
  const names = new Set([...now.tables.keys(), ...then.tables.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [then.tables.get(name), now.tables.get(name)];
    const some = is ?? was;
    if (!some || some.resource.log || was?.rows === is?.rows) return [];
    const none: Table = { ...some, rows: [] };
    const there = { wasThere: was !== undefined, isThere: is !== undefined };
    return { ...netChange(was ?? none, is ?? none), title: some.resource.title, ...there };
  });
}

function claimsSince(then: Catalog, now: Catalog): ClaimSince[] {
  const [were, are] = [then.claims.claims, now.claims.claims];
  const gone = were.filter(({ id }) => are.every((one) => one.id !== id));
  return [...are, ...gone].map((claim) => {
    const was = were.find(({ id }) => id === claim.id);
    const is = gone.includes(claim) ? undefined : claim;
    return {
      claim,
      before: was ? judged(was, settingOf(then)) : null,
      after: is ? judged(is, settingOf(now)) : null,
      edited: was !== undefined && is !== undefined && !isDeepStrictEqual(was, is),
    };
  });
}

/** The words of a state: all but its figures and its day. */
const wordsOf = ({ descriptor: { created: _, ...described }, claims, tableCharts }: Catalog) => ({
  ...{ described, claims, tableCharts },
});

function workedOut(then: Catalog, now: Catalog): Since {
  const nets = tablesSince(then, now);
  const there = nets.filter(({ wasThere, isThere }) => wasThere && isThere);
  return {
    tables: nets.filter(({ added, revised, gone }) => added + revised + gone > 0),
    figures: largestFirst(there.flatMap(({ figures }) => figures)),
    claims: claimsSince(then, now),
    edited: !isDeepStrictEqual(wordsOf(then), wordsOf(now)),
  };
}

const known = new WeakMap<Catalog, Since>();

/** What has changed since an earlier state, worked out once while that is in memory. */
export function changesSince(then: Catalog, now: Catalog): Since {
  const since = known.get(then) ?? workedOut(then, now);
  known.set(then, since);
  return since;
}
