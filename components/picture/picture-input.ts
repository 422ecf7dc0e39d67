import { claimHref, tableHref } from '@/components/links';
import { seriesView } from '@/components/series-view';
import { tableChart } from '@/components/table-chart';
import { viewOf } from '@/components/view-of';
import words from '@/data/words/en.json';
import live from '@/data/words/live.json';
import type { Catalog } from '@/lib/catalog';
import type { ChartInput } from '@/lib/chart/input';
import { chartSources, sourceSentence } from '@/lib/chart/sources';
import type { Claim } from '@/lib/claim/claim';
import { evidence } from '@/lib/claim/evidence';
import { claimResult } from '@/lib/claim/result';
import { settingOf } from '@/lib/claim/setting';
import { verdicts } from '@/lib/claim/verdict';
import { formatDay, formatHeld, formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import { origin } from '@/lib/origin';
import type { PictureInput } from '@/lib/picture/layout';
import type { Resource } from '@/lib/table/descriptor';
import type { Viewed } from '@/lib/view/apply-view';
import { type Chosen, chosenHref, viewAlone } from '@/lib/view/chosen';
import { hasValues, nothingIn } from '@/lib/view/nothing';
import { refusalText } from '@/lib/view/refusal-text';
import { rateSentences, viewSentences } from '@/lib/view/sentences';

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

/** The `number`th chart of a claim; null where it has no so many. */
export function claimPicture(
  catalog: Catalog,
  claim: Claim,
  chosen: Chosen,
  number: number,
): PictureInput | null {
  const { result, answer, charts } = evidence(catalog, claim, chosen.limits);
  const chart = charts[number - 1];
  if (!chart) return null;
  const viewed = viewOf(chart, chosen.view);
  const results = result.words.map((reading) => reading.result);
  const drawn = hasValues(viewed) ? [viewed.input] : [];
  return {
    title: chart.title,
    subtitle: chart.subtitle,
    charts: drawn,
    notes: viewSentences(chosen.view, [viewed]),
    notice: nothingSaid(viewed, chosen),
    sources: sourcesOf(drawn, catalog),
    address: addressOf(claimHref(claim.id), chosen),
    state: stateOf(catalog),
    claim: {
      quote: claim.quote,
      verdict: words.verdicts[result.verdict],
      held: formatHeld(result.held, result.words.length),
      answer,
      results,
    },
  };
}

export function tablePicture(catalog: Catalog, resource: Resource, chosen: Chosen): PictureInput {
  const chart = tableChart(catalog, resource.name);
  const viewed = chart && viewOf(chart, chosen.view);
  const drawn = viewed && hasValues(viewed) ? [viewed.input] : [];
  return {
    title: chart?.title ?? resource.title,
    subtitle: chart?.subtitle ?? resource.basis,
    charts: drawn,
    notes: viewed ? viewSentences(chosen.view, [viewed]) : [],
    notice: viewed ? nothingSaid(viewed, chosen) : resource.description,
    sources: sourcesOf(drawn, catalog),
    address: addressOf(tableHref(resource.name), chosen),
    state: stateOf(catalog),
  };
}

export function chartPicture(catalog: Catalog, chosen: Chosen): PictureInput {
  const { input, viewed, made, all } = seriesView(catalog, chosen);
  const drawn = viewed.filter(hasValues).map((one) => one.input);
  const [first] = viewed;
  const nothing = first ? nothingSaid(first, chosen) : '';
  const notice = made.refusal ? refusalText(made.refusal) : nothing;
  const none = all.length === 0;
  return {
    title: none ? words.chart.title : input.title,
    subtitle: none ? '' : (drawn[0]?.subtitle ?? input.subtitle),
    charts: drawn,
    notes: [...rateSentences(all, chosen.view), ...viewSentences(chosen.view, viewed)],
    notice: none ? words.chart.lead : notice,
    sources: sourcesOf(drawn, catalog),
    address: addressOf('/chart', chosen),
    state: stateOf(catalog),
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
    sources: [],
    address: origin,
    state: stateOf(catalog),
  };
}
