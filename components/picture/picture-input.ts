import { claimHref, tableHref } from '@/components/links';
import { ableOf, seriesView } from '@/components/series-view';
import { tableChart } from '@/components/table-chart';
import { verdictText } from '@/components/verdict-text';
import { viewOf } from '@/components/view-of';
import words from '@/data/words/en.json';
import live from '@/data/words/live.json';
import type { Catalog } from '@/lib/catalog';
import type { ChartInput } from '@/lib/chart/input';
import { chartSources, sourceSentence } from '@/lib/chart/sources';
import type { Claim } from '@/lib/claim/claim';
import { type Evidence, evidence } from '@/lib/claim/evidence';
import { unusedLimits, usedLimits } from '@/lib/claim/limits';
import { claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { verdicts } from '@/lib/claim/verdict';
import { formatDay, formatHeld, formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import { origin } from '@/lib/origin';
import type { PictureInput } from '@/lib/picture/layout';
import type { Shown } from '@/lib/revision/shown';
import type { Resource } from '@/lib/table/descriptor';
import type { Viewed } from '@/lib/view/apply-view';
import { type Chosen, chosenHref, doable, NOTHING, viewAlone } from '@/lib/view/chosen';
import type { Declined } from '@/lib/view/declined';
import { hasValues, nothingIn } from '@/lib/view/nothing';
import { problemOf } from '@/lib/view/problem';
import { refusalText } from '@/lib/view/refusal-text';
import { declinedSentences, rateSentences, viewSentences } from '@/lib/view/sentences';
import { unknownIn } from '@/lib/view/unknown';

/** What a picture of each page shows. */

const stateOf = ({ revision, descriptor }: Catalog): string =>
  message(words.picture.state, { revision, day: formatDay(Date.parse(descriptor.created)) });

const addressOf = (path: string, chosen: Chosen): string =>
  origin + chosenHref(path, viewAlone(chosen));

const sourcesOf = (charts: ChartInput[], { tables }: Catalog): string[] => {
  const all = charts.flatMap((chart) => chartSources(chart, tables));
  const once = [...new Map(all.map((source) => [source.id, source])).values()];
  return [3, 2, 1].map((named) => sourceSentence(once, named));
};

const nothingSaid = (viewed: Viewed, { view }: Chosen): string =>
  view.series?.length === 0 ? words.view.none : live.nothing[nothingIn(viewed, view)];

/** What is said of any view, whatever page it is of. */
const said = (charts: ChartInput[], catalog: Catalog, path: string, able: Chosen) => ({
  sources: sourcesOf(charts, catalog),
  address: addressOf(path, able),
  able,
  state: stateOf(catalog),
});

/** What must be said of a view: what it is of, and what it leaves undone. */
const notesOf = ({ view }: Chosen, viewed: Viewed[], declined: Declined[] = []): string[] => [
  ...declinedSentences(viewed, declined),
  ...viewSentences(view, viewed),
];

const verdictOf = ({ result, answer }: Evidence): PictureInput['claim'] => {
  const { claim, words, held } = result;
  const results = words.map((reading) => reading.result);
  return {
    quote: claim.quote,
    verdict: verdictText(result),
    held: formatHeld(held, words.length),
    answer,
    results,
  };
};

/** The `number`th chart of a claim; null where it has no so many. */
export function claimPicture(
  { catalog, chosen, missing }: Shown,
  claim: Claim,
  number: number,
): PictureInput | null {
  const shown = evidence(catalog, claim, chosen.limits);
  const chart = shown.charts[number - 1];
  if (!chart) return null;
  const viewed = viewOf(chart, chosen.view);
  const unknown = unknownIn(chosen.view, shown.charts);
  const unused = unusedLimits(chosen.limits, shown.result);
  const read = { ...chosen, ignored: [...chosen.ignored, ...unused] };
  const limits = usedLimits(chosen.limits, shown.result);
  const able = { ...doable(chosen, viewed.declined, unknown), limits };
  const drawn = hasValues(viewed) ? [viewed.input] : [];
  return {
    title: viewed.input.title,
    subtitle: viewed.input.subtitle,
    charts: drawn,
    notes: notesOf(chosen, [viewed]),
    notice: nothingSaid(viewed, able),
    problem: problemOf({ chosen: read, viewed: [viewed], unknown, missing }),
    ...said(drawn, catalog, claimHref(claim.id), able),
    claim: verdictOf(shown),
  };
}

export function tablePicture(
  { catalog, chosen, missing }: Shown,
  resource: Resource,
): PictureInput {
  const chart = tableChart(catalog, resource.name);
  const path = tableHref(resource.name);
  if (!chart)
    return {
      ...{ title: resource.title, subtitle: resource.basis, charts: [], notes: [], problem: null },
      notice: resource.description,
      ...said([], catalog, path, chosen),
    };
  const viewed = viewOf(chart, chosen.view);
  const unknown = unknownIn(chosen.view, [chart]);
  const able = doable(chosen, viewed.declined, unknown);
  const drawn = hasValues(viewed) ? [viewed.input] : [];
  return {
    title: viewed.input.title,
    subtitle: viewed.input.subtitle,
    charts: drawn,
    notes: notesOf(chosen, [viewed]),
    notice: nothingSaid(viewed, able),
    problem: problemOf({ chosen, viewed: [viewed], unknown, missing }),
    ...said(drawn, catalog, path, able),
  };
}

export function chartPicture({ catalog, chosen, missing }: Shown): PictureInput {
  const shown = seriesView(catalog, chosen);
  const { input, viewed, made, all, declined, unknown } = shown;
  const drawn = viewed.filter(hasValues).map((one) => one.input);
  const [first] = viewed;
  const able = ableOf(shown, chosen);
  const nothing = first ? nothingSaid(first, able) : '';
  const notice = made.refusal ? refusalText(made.refusal) : nothing;
  const none = all.length === 0;
  const alone = viewed.length === 1 ? first?.input.title : undefined;
  return {
    title: none ? words.chart.title : (alone ?? input.title),
    subtitle: none ? '' : (drawn[0]?.subtitle ?? input.subtitle),
    charts: drawn,
    notes: [...rateSentences(all, able.view), ...notesOf(chosen, viewed, declined)],
    notice: none ? words.chart.lead : notice,
    problem: problemOf({ chosen, viewed, declined, unknown, missing }),
    ...said(drawn, catalog, '/chart', able),
  };
}

/** All claims: how many have which verdict. */
export function claimsPicture(catalog: Catalog): PictureInput {
  const setting = settingOf(catalog);
  const { claims } = catalog.claims;
  const found = claims.map((claim) => claimResult(claim, setting).verdict);
  const rows = verdicts.flatMap((verdict) => {
    const n = found.filter((one) => one === verdict).length;
    const row = { id: verdict, label: words.verdicts[verdict], tone: 'ink' as const, rows: [] };
    return n === 0 ? [] : [{ ...row, value: n, text: formatNumber(n) }];
  });
  const title = message(words.picture.claims, { count: claims.length });
  return {
    title,
    subtitle: words.picture.verdicts,
    charts: [
      {
        id: 'verdicts',
        layout: 'by-row',
        mark: 'bar',
        title,
        subtitle: '',
        references: [],
        axis: { title: '', whole: true, zero: true },
        rows,
      },
    ],
    notes: [],
    notice: '',
    problem: null,
    able: NOTHING,
    sources: [],
    address: origin,
    state: stateOf(catalog),
  };
}
