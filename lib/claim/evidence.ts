import type { Catalog } from '@/lib/catalog';
import { chartInput } from '@/lib/chart/data';
import type { ChartInput } from '@/lib/chart/input';
import { once } from '@/lib/once';
import { answerOf, sayOf, verdictLine } from './answer';
import type { Claim, Conflict } from './claim';
import type { Evaluated } from './evaluated';
import { evaluate } from './quantity';
import { readingLines } from './reading-lines';
import { type ClaimResult, claimResult, type Limits } from './result';
import { type ClaimRow, claimRows } from './rows';
import { chartSettingOf, settingOf } from './setting';
import type { Text } from './text';

/** A claim with everything that its page says, computed from today's data. */
export type Evidence = {
  result: ClaimResult;
  /** How far it is true, in plain words. */
  line: string;
  answer: string;
  charts: ChartInput[];
  conflicts: { conflict: Conflict; sides: Evaluated[] }[];
  rows: ClaimRow[];
};

function evidenceWith(catalog: Catalog, claim: Claim, limits: Limits): Evidence {
  const { tables } = catalog;
  const setting = settingOf(catalog);
  const result = claimResult(claim, setting, limits);
  const adjusted = result.readings.some((reading) => reading.adjusted);
  const charts = claim.charts.map((chart) => {
    // A finding is of our limits: with a reader's own the chart says only what it measures.
    const title = adjusted && chart.measure ? chart.measure : sayOf(result, chart.title);
    const lines = readingLines(chart, result, tables);
    const input = chartInput(
      chart,
      {
        ...{ title, subtitle: sayOf(result, chart.subtitle), lines },
        ...(chart.note && { note: sayOf(result, chart.note) }),
      },
      chartSettingOf(setting, claim.text),
    );
    return { ...input, id: `${claim.id}-${chart.id}` };
  });
  const conflicts = claim.conflicts.map((conflict) => ({
    conflict,
    sides: conflict.sides.map((side) => evaluate(side, tables)),
  }));
  const rows = claimRows(result, charts, tables);
  const said = { line: verdictLine(result), answer: answerOf(result) };
  return { result, ...said, charts, conflicts, rows };
}

const withOurLimits = once((catalog: Catalog, claim: Claim) => evidenceWith(catalog, claim, {}));

/** With our own limits, as most readers see it, the data give it once and for all. */
export function evidence(catalog: Catalog, claim: Claim, limits: Limits = {}): Evidence {
  const own = Object.keys(limits).length > 0;
  return own ? evidenceWith(catalog, claim, limits) : withOurLimits(catalog, claim);
}

/** The claims of one text in the order in which a reader meets them: by its topics, then as the text has them. */
export const claimsOfText = ({ claims }: Pick<Catalog, 'claims'>, text: Text): Claim[] =>
  text.topics.flatMap((topic) =>
    claims.claims.filter((claim) => claim.text.id === text.id && claim.topic === topic),
  );

/** All claims, text by text. */
export const claimsInOrder = (catalog: Pick<Catalog, 'claims'>): Claim[] =>
  catalog.claims.texts.flatMap((text) => claimsOfText(catalog, text));
