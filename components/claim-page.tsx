import { Fragment } from 'react';
import { Still } from '#still';
import { ChartFigure } from '@/components/chart/chart-figure';
import { ChartData } from '@/components/chart-data';
import { Cite } from '@/components/cite';
import { ClaimSources, ConflictsSection, Readings } from '@/components/claim-evidence';
import { ClaimNav } from '@/components/claim-nav';
import { Downloads, Files } from '@/components/downloads';
import { JsonLd } from '@/components/json-ld';
import { claimChartHref, claimHref, importHref, quoteHref, textHref } from '@/components/links';
import { NothingNote } from '@/components/nothing-note';
import { OpenQuestion } from '@/components/open-question';
import { PaintSoFar } from '@/components/paint-so-far';
import { Quote } from '@/components/quote';
import { RevisionNote } from '@/components/revision-note';
import { pastTold, type Told } from '@/components/revision-told';
import { hrefOf } from '@/components/row-link';
import { ChartLinks, Share, viewHrefs } from '@/components/share';
import { SourceLine } from '@/components/source-line';
import { StepsForm } from '@/components/steps-form';
import { textLabel, textPlace } from '@/components/text-page';
import { VerdictHistory } from '@/components/verdict-history';
import { ResultDot, ResultWord, VerdictPlainly } from '@/components/verdict-sign';
import { ChangeView } from '@/components/view-form';
import { ViewNotes } from '@/components/view-notes';
import { viewOf } from '@/components/view-of';
import { claimViewWork } from '@/components/view-work';
import words from '@/data/words/en.json';
import yours from '@/data/words/import.json';
import texts from '@/data/words/text.json';
import { withState } from '@/lib/address';
import type { Catalog } from '@/lib/catalog';
import type { ChartInput } from '@/lib/chart/input';
import type { Claim } from '@/lib/claim/claim';
import { type Evidence, evidence } from '@/lib/claim/evidence';
import { unusedLimits, usedLimits } from '@/lib/claim/limits';
import type { ReadingResult } from '@/lib/claim/result';
import { formatChartValue } from '@/lib/format';
import { message } from '@/lib/message';
import { type Move, type Point, recentMove } from '@/lib/revision/history';
import { moveSentence } from '@/lib/revision/moved';
import { claimReviewLd } from '@/lib/share/json-ld';
import { isOwnView, viewFileHref } from '@/lib/share/view-work';
import { claimWork } from '@/lib/share/work';
import type { Viewed } from '@/lib/view/apply-view';
import { type Chosen, doable, NOTHING } from '@/lib/view/chosen';
import { declinedByAll } from '@/lib/view/declined';
import { hasValues } from '@/lib/view/nothing';
import { unknownIn } from '@/lib/view/unknown';

type Props = {
  catalog: Catalog;
  claim: Claim;
  chosen?: Chosen;
  told?: Told | null;
  /** What it came to in each state; read for the plain page alone. */
  points?: Point[];
};

/** A claim with all its evidence; with a reader's own limits, that very view. */
export function ClaimPage({ catalog, claim, chosen = NOTHING, told = null, points = [] }: Props) {
  const { limits, view } = chosen;
  const shown = evidence(catalog, claim, limits);
  const viewed = shown.charts.map((chart) => viewOf(chart, view));
  const read = { ...chosen, ignored: [...chosen.ignored, ...unusedLimits(limits, shown.result)] };
  const { tables } = catalog;
  // What leaves the page is the claim with our limits, also from a reader's own view of it.
  const ours = Object.keys(limits).length > 0 ? evidence(catalog, claim) : shown;
  const work = claimWork(catalog, ours);
  const unknown = unknownIn(view, shown.charts);
  const used = { ...chosen, limits: usedLimits(limits, shown.result) };
  const able = doable(used, declinedByAll(viewed.map(({ declined }) => declined)), unknown);
  const seen = claimViewWork(catalog, able, ours);
  const own = isOwnView(able);
  const file = (ending: string) => withState(`${claimHref(claim.id)}.${ending}`, catalog.asOf);
  return (
    <main id="main" className="claim">
      <RevisionNote told={told} {...viewHrefs(claimHref(claim.id), chosen, catalog.revision)} />
      <ClaimHead catalog={catalog} shown={shown} move={recentMove(points, work.day)} />
      <PaintSoFar />
      <ReadingsRail shown={shown} />
      <PaintSoFar />
      <div className="charts">
        <ViewNotes
          chosen={read}
          viewed={viewed}
          plain={withState(claimHref(claim.id), catalog.asOf)}
          unknown={unknown}
        />
        {viewed.map((one, index) => (
          <Fragment key={one.input.id}>
            <ClaimChart
              {...{ catalog, claim, chosen, viewed: one, number: index + 1 }}
              links={doable(used, one.declined, unknown)}
              whole={shown.charts[index] ?? one.input}
            />
            <PaintSoFar />
          </Fragment>
        ))}
        <ChangeView action={claimHref(claim.id)} chosen={chosen} charts={shown.charts} />
        <Downloads href={file} work={work} />
        <Files
          work={seen}
          href={(ending) => viewFileHref(claimHref(claim.id), ending, able)}
          which="charts"
          of="of what the charts show"
        />
        <Share
          path={claimHref(claim.id)}
          chosen={able}
          preview={viewed[0] && doable(used, viewed[0].declined, unknown)}
          title={`“${claim.quote}”`}
          revision={catalog.revision}
          past={pastTold(catalog)}
        />
        <p className="downloads">
          <a href={importHref({ claim: claim.id })}>{yours.besideClaim}</a>
        </p>
      </div>
      <PaintSoFar />
      <Readings {...{ catalog, claim, shown, limits }} />
      <PaintSoFar />
      <section aria-labelledby="data">
        <h2 id="data">The data</h2>
        <p className="lead">
          The numbers of the charts, newest first. Each leads to its row and its source.
        </p>
        {viewed.filter(hasValues).map(({ input }) => (
          <ChartData key={input.id} chart={input} tables={tables} />
        ))}
      </section>
      <ConflictsSection catalog={catalog} claim={claim} />
      {points.length > 0 && <VerdictHistory claim={claim} points={points} />}
      <section aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        <ClaimSources catalog={catalog} claim={claim} />
        {own ? (
          <Cite href={(ending) => viewFileHref(claimHref(claim.id), ending, able)} work={seen} />
        ) : (
          <Cite href={file} work={work} />
        )}
      </section>
      <ClaimNav catalog={catalog} claim={claim} />
      <JsonLd data={claimReviewLd(ours, work)} />
    </main>
  );
}

type HeadProps = { catalog: Catalog; shown: Evidence; move: Move | null };

function ClaimHead({ catalog, shown, move }: HeadProps) {
  const { claim, readings } = shown.result;
  const { text } = claim;
  const topic = catalog.claims.topics.find(({ id }) => id === claim.topic);
  const adjusted = readings.some((reading) => reading.adjusted);
  return (
    <Still as="header" className="claim-head">
      <nav className="crumbs" aria-label="Where you are">
        <a href="/">Claims</a> › <a href={textHref(text.id)}>{textLabel(text)}</a> ›{' '}
        <a href={`/?topic=${claim.topic}`}>{topic?.title}</a>
      </nav>
      <h1 className="visually-hidden">{claim.restatement}</h1>
      <PaintSoFar />
      <Quote claim={claim} context />
      <PaintSoFar />
      <QuotePlace claim={claim} />
      <VerdictPlainly shown={shown} />
      <p className="answer">{shown.answer}</p>
      {move && <p className="note">{moveSentence(move)}</p>}
      <OpenQuestion reading={shown.result.words[0]} />
      {adjusted && (
        <p className="own-limits" role="status">
          This page uses a limit of your own.{' '}
          <a href={withState(claimHref(claim.id), catalog.asOf)}>Back to our limits</a>
        </p>
      )}
    </Still>
  );
}

/** Where the quote stands, and the way to it where the text can be read. */
function QuotePlace({ claim }: { claim: Claim }) {
  const { text, paragraph } = claim;
  const href = quoteHref(claim);
  const label = text.address
    ? texts.quoteIn.original
    : message(texts.quoteIn.relay, { name: text.relay?.name ?? '' });
  return (
    <p className="place">
      {paragraph !== undefined && `${message(texts.place, { paragraph })} `}
      <a href={textHref(text.id)}>{textPlace(text)}</a>
      {href && (
        <>
          {' · '}
          <a href={href}>{label}</a>
        </>
      )}
    </p>
  );
}

/** Every reading at a glance, beside the charts. */
function ReadingsRail({ shown: { result } }: { shown: Evidence }) {
  return (
    <Still as="nav" className="rail" aria-labelledby="rail">
      <p id="rail" className="rail-title">
        {words.ways.words}
      </p>
      <RailList readings={result.words} />
      {result.context.length > 0 && (
        <>
          <p className="rail-title">{words.ways.context}</p>
          <RailList readings={result.context} />
        </>
      )}
      <p className="key">
        <ResultWord result="holds" /> <ResultWord result="fails" />{' '}
        <ResultWord result="unsettled" />
      </p>
    </Still>
  );
}

function RailList({ readings }: { readings: ReadingResult[] }) {
  return (
    <ol>
      {readings.map(({ number, result, reading }) => (
        <li key={number}>
          <ResultDot result={result} />{' '}
          <a href={`#reading-${number}`}>
            {reading.name}
            <span className="visually-hidden">: {words.results[result]}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}

type ChartProps = {
  catalog: Catalog;
  claim: Claim;
  chosen: Chosen;
  /** What the chart can do of it. */
  links: Chosen;
  viewed: Viewed;
  /** The chart before anything was chosen of it. */
  whole: ChartInput;
  number: number;
};

function ClaimChart({ catalog, claim, chosen, links, viewed, whole, number }: ChartProps) {
  const { tables, asOf } = catalog;
  const { input } = viewed;
  const path = claimHref(claim.id);
  if (!hasValues(viewed))
    return <NothingNote title={input.title} {...{ viewed, whole, path, chosen }} />;
  const numbers = claimChartHref(claim.id, number, asOf);
  return (
    <ChartFigure
      input={input}
      living={{ whole, numbers, view: chosen.view }}
      rowHref={(name) => hrefOf(tables, name)}
      formatValue={(value) => formatChartValue(value, input.axis.suffix)}
    >
      <PaintSoFar />
      <SourceLine chart={input} tables={tables} />
      <StepsForm action={path} chosen={chosen} chart={whole} />
      <ChartLinks path={path} chosen={links} number={number} chart={input} />
    </ChartFigure>
  );
}
