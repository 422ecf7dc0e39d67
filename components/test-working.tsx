import { RowLink } from '@/components/row-link';
import { ResultWord } from '@/components/verdict-sign';
import { Figure, Input } from '@/components/working';
import words from '@/data/words/en.json';
import type { Evaluated } from '@/lib/claim/evaluated';
import { limitWords } from '@/lib/claim/limit-words';
import type { TestOutcome } from '@/lib/claim/test-outcome';
import { formatComputed, formatDay, formatPeriod, formatRounded } from '@/lib/format';
import { message } from '@/lib/message';
import { DAY, parsePeriod } from '@/lib/table/period';
import type { Tables } from '@/lib/table/select';

function Inputs({ inputs, tables }: { inputs: Evaluated[]; tables: Tables }) {
  return (
    <ul className="inputs">
      {inputs.map((input, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two inputs may be called alike
        <Input key={index} value={input} tables={tables} />
      ))}
    </ul>
  );
}

const measuredText = ({ value, unit, margin = 0 }: NonNullable<TestOutcome['measured']>): string =>
  formatRounded(value, unit, margin, formatComputed);

/** What was found and what was needed, side by side. */
function Finding({ outcome, children }: { outcome: TestOutcome; children?: React.ReactNode }) {
  const { measured, limit } = outcome;
  return (
    <dl className="finding">
      <div>
        <dt>Found</dt>
        <dd>{children ?? (measured ? measuredText(measured) : words.noFigure)}</dd>
      </div>
      {limit && (
        <div>
          <dt>Needed</dt>
          <dd>{limitWords(outcome.test, limit)}</dd>
        </div>
      )}
    </dl>
  );
}

function Change({ outcome, tables }: { outcome: TestOutcome; tables: Tables }) {
  const [from, to] = outcome.inputs;
  const { test, measured } = outcome;
  if (!from || !to || test.kind !== 'change') return null;
  return (
    <>
      <Inputs inputs={outcome.inputs} tables={tables} />
      <Finding outcome={outcome}>
        {measured && test.as === 'percent' && (
          <>
            (<Figure value={to} /> − <Figure value={from} />) ÷ <Figure value={from} /> × 100 ={' '}
          </>
        )}
        {measured && test.as === 'difference' && (
          <>
            <Figure value={to} /> − <Figure value={from} /> ={' '}
          </>
        )}
        {measured ? measuredText(measured) : words.noFigure}
      </Finding>
    </>
  );
}

function PlaceValue({ value, tables }: { value: Evaluated; tables: Tables }) {
  const { rows } = value;
  return (
    <>
      <RowLink at={rows[0]} tables={tables}>
        <Figure value={value} />
      </RowLink>
      {rows.length > 1 && (
        <span className="origin"> {message(words.rowsAdded, { n: rows.length })}</span>
      )}
    </>
  );
}

function Places({ rank, tables }: { rank: Evaluated; tables: Tables }) {
  return (
    <ol className="places">
      {rank.places.map(({ name, value }) => (
        <li key={name}>
          {name} <PlaceValue value={value} tables={tables} />
        </li>
      ))}
    </ol>
  );
}

function ByPeriod({ outcome, tables }: { outcome: TestOutcome; tables: Tables }) {
  const { test } = outcome;
  const subject = test.kind === 'rank' && test.rank.kind === 'rank' ? test.rank.subject : '';
  const perPeriod = outcome.inputs.length / outcome.byPeriod.length;
  return (
    <ul className="by-period">
      {outcome.byPeriod.map(({ period, value, unit, result }, index) => {
        const input = outcome.inputs[index * perPeriod];
        const own = input?.places.find((place) => place.name === subject);
        return (
          <li key={period}>
            {formatPeriod(parsePeriod(period))}:{' '}
            {value === null ? (
              words.noFigure
            ) : (
              <RowLink at={own ? undefined : input?.rows[0]} tables={tables}>
                {formatComputed(value, unit)}
              </RowLink>
            )}
            {own && (
              <>
                , <PlaceValue value={own.value} tables={tables} />
              </>
            )}{' '}
            <ResultWord result={result} />
          </li>
        );
      })}
    </ul>
  );
}

function Rank({ outcome, tables }: { outcome: TestOutcome; tables: Tables }) {
  const [rank] = outcome.inputs;
  if (!rank) return null;
  if (outcome.byPeriod.length > 0)
    return (
      <>
        <ByPeriod outcome={outcome} tables={tables} />
        <Finding outcome={outcome} />
      </>
    );
  return (
    <>
      <p>
        {rank.label}: <Figure value={rank} /> of {rank.places.length}
      </p>
      <Places rank={rank} tables={tables} />
      <Finding outcome={outcome} />
    </>
  );
}

function InForce({ outcome, tables }: { outcome: TestOutcome; tables: Tables }) {
  const { test, measured } = outcome;
  if (test.kind !== 'in-force' || !measured) return null;
  return (
    <>
      <Inputs inputs={outcome.inputs} tables={tables} />
      <p className="finding">
        {test.label} on {formatDay(measured.value * DAY)}:{' '}
        {outcome.result === 'holds' ? 'begun and not ended' : 'not begun, or ended'}
      </p>
    </>
  );
}

/** A test's inputs, arithmetic, limit and result. */
export function TestWorking({ outcome, tables }: { outcome: TestOutcome; tables: Tables }) {
  const { test } = outcome;
  switch (test.kind) {
    case 'change':
      return <Change outcome={outcome} tables={tables} />;
    case 'rank':
      return <Rank outcome={outcome} tables={tables} />;
    case 'in-force':
      return <InForce outcome={outcome} tables={tables} />;
    case 'missing':
      return (
        <dl className="finding">
          <div>
            <dt>Not in the data</dt>
            <dd>{test.wanted}</dd>
          </div>
          <div>
            <dt>What would settle it</dt>
            <dd>{test.would_settle}</dd>
          </div>
        </dl>
      );
    default:
      return outcome.byPeriod.length > 0 ? (
        <>
          <ByPeriod outcome={outcome} tables={tables} />
          <Finding outcome={outcome} />
        </>
      ) : (
        <>
          <Inputs inputs={outcome.inputs} tables={tables} />
          <Finding outcome={outcome} />
        </>
      );
  }
}
