import { Still } from '#still';
import { tableHref, textHref } from '@/components/links';
import { textPlace } from '@/components/text-page';
import { ResultWord } from '@/components/verdict-sign';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import { verdicts } from '@/lib/claim/verdict';
import { formatNumber } from '@/lib/format';
import { RATES } from '@/lib/table/rates';

export function MethodPage({ catalog }: { catalog: Catalog }) {
  const { texts, claims } = catalog.claims;
  const readings = claims.flatMap((claim) => claim.readings);
  const counted = readings.filter(({ role }) => role === 'words');
  return (
    <Still as="main" id="main" className="method">
      <h1>Method</h1>
      <p className="lead">
        Claimline quotes what a text says, measures it in every fair way that we could find, and
        shows the sums. No result and no verdict is written down: each is computed from the tables
        whenever the pages are made.
      </p>
      <VerdictScale />
      <section aria-labelledby="readings">
        <h2 id="readings">Ways to measure it</h2>
        <p>
          A claim in words can be measured in more than one way: a question, the figures that bear
          on it, a test and a result. The first way takes the words as they stand. The{' '}
          {formatNumber(claims.length)} claims have {formatNumber(counted.length)} ways to measure
          them, and each has one vote. What happened after a text, or lies beside its words, is
          shown and computed in the same way, without a vote, as what else the data say:{' '}
          {formatNumber(readings.length - counted.length)} more tests.
        </p>
        <ul className="plain">
          <li>
            <ResultWord result="holds" />: the figures meet the test.
          </li>
          <li>
            <ResultWord result="fails" />: they do not.
          </li>
          <li>
            <ResultWord result="unsettled" />: the figures that it needs are not in our tables. It
            still counts among all ways to measure the claim, as one that does not hold.
          </li>
        </ul>
        <p>
          The limits in the tests (5% for a round number, a quarter for a real loss) are ours. Each
          stands in the working with its reason, and you can put another in its place and see the
          result move.
        </p>
        <p>What uses figures later than the text says so: its author could not have known them.</p>
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures">Figures</h2>
        <p>
          Every number leads to its row, and every row names its source. Nothing is interpolated or
          estimated. Figures that count different things (another basis, another unit, another kind
          of year) are never added or joined in one line. Where sources disagree, both figures are
          kept and shown. Where a figure was copied from a public copy and not from its publisher,
          the source says so.
        </p>
        {catalog.tables.has(RATES) && (
          <p>
            Amounts of money are turned into another currency at the average rate of a month or a
            year from our <a href={tableHref(RATES)}>table of rates</a>; the working names it.
          </p>
        )}
      </section>
      <section aria-labelledby="quoted">
        <h2 id="quoted">What is quoted, and what is left unrated</h2>
        <p>
          We quote the claims to the letter and a few words around each, not the whole text. The
          page of each text says who wrote and who printed it, as far as that is known, and names
          the passages that are opinion, forecast or without data, which we do not rate. Where the
          page gives a SHA-256, a copy of the text can be checked against our quotes.
        </p>
        <ul className="plain">
          {texts.map((text) => (
            <li key={text.id}>
              <a href={textHref(text.id)}>{text.title}</a>: {textPlace(text)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="quality">
        <h2 id="quality">How well the site does it</h2>
        <p>
          What its pages weigh, how soon they are there, what its server stands and how many tests
          hold: <a href="/quality">measured figures beside what they may come to</a>, written by the
          commands that measure them.
        </p>
      </section>
      <section aria-labelledby="errors">
        <h2 id="errors">If something is wrong</h2>
        <p>
          A number that does not match its source, a quote that is not to the letter, a way to
          measure that is not fair: tell those who run this site, with the address of the page, the
          row and what you found. The address of a row is its link. A correction changes the table,
          and every result, sentence and chart that rests on it follows; the data revision at the
          foot of each page changes with it.
        </p>
      </section>
    </Still>
  );
}

function VerdictScale() {
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">Verdicts</h2>
      <dl className="scale">
        {verdicts.map((verdict) => (
          <div key={verdict}>
            <dt>{words.verdicts[verdict]}</dt>
            <dd>{words.verdictRules[verdict]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
