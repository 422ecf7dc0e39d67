import { LimitForm } from '@/components/limit-form';
import { claimHref } from '@/components/links';
import { OpenQuestion } from '@/components/open-question';
import { TestWorking } from '@/components/test-working';
import { ResultWord } from '@/components/verdict-sign';
import words from '@/data/words/en.json';
import type { Claim } from '@/lib/claim/claim';
import type { Limits, ReadingResult } from '@/lib/claim/result';
import { message } from '@/lib/message';
import type { Tables } from '@/lib/table/select';

type Props = {
  claim: Claim;
  reading: ReadingResult;
  limits: Limits;
  tables: Tables;
  asOf: string | undefined;
};

/** One way to measure a claim: the question and its result first, the working a step away. */
export function ReadingArticle({ claim, reading, limits, tables, asOf }: Props) {
  const { number, result, outcomes, later, adjusted } = reading;
  const { name, question, note } = reading.reading;
  const { kind } = claim.text;
  const id = `reading-${number}`;
  return (
    <li className={`reading reading-${result}`} id={id} data-number={number}>
      <h3>{name}</h3>
      <p className="question">{question}</p>
      <p className="reading-result">
        <ResultWord result={result} />
        {adjusted && <> {words.ways.own}</>}
        {later && <span className="later">{message(words.ways.later, { kind })}</span>}
      </p>
      <OpenQuestion reading={reading} />
      <details open={adjusted}>
        <summary>
          {words.ways.working}
          <span className="visually-hidden">{message(words.ways.workingOf, { name })}</span>
        </summary>
        {outcomes.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a reading's tests have no names, and their order is fixed
          <TestWorking key={index} outcome={outcome} tables={tables} />
        ))}
        {note && <p className="note">{note}</p>}
        <LimitForm action={`${claimHref(claim.id)}#${id}`} {...{ reading, limits, asOf }} />
      </details>
    </li>
  );
}
