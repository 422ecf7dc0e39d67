import { LimitForm } from '@/components/limit-form';
import { claimHref } from '@/components/links';
import { TestWorking } from '@/components/test-working';
import { ResultWord } from '@/components/verdict-sign';
import type { Limits, ReadingResult } from '@/lib/claim/result';
import type { Tables } from '@/lib/table/select';

type Props = {
  claim: string;
  reading: ReadingResult;
  limits: Limits;
  tables: Tables;
  asOf: string | undefined;
};

/** One way to measure the claim: the question and its result first, the working a step away. */
export function ReadingArticle({ claim, reading, limits, tables, asOf }: Props) {
  const { number, result, outcomes, later, adjusted } = reading;
  const { name, question, note } = reading.reading;
  const id = `reading-${number}`;
  return (
    <li className={`reading reading-${result}`} id={id}>
      <h3>{name}</h3>
      <p className="question">{question}</p>
      <p className="reading-result">
        <ResultWord result={result} />
        {adjusted && <> with a limit of your own</>}
        {later && <span className="later">Uses figures from after the article</span>}
      </p>
      <details open={adjusted}>
        <summary>
          Working<span className="visually-hidden"> of reading {number}</span>
        </summary>
        {outcomes.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a reading's tests have no names, and their order is fixed
          <TestWorking key={index} outcome={outcome} tables={tables} />
        ))}
        {note && <p className="note">{note}</p>}
        <LimitForm action={`${claimHref(claim)}#${id}`} {...{ reading, limits, asOf }} />
      </details>
    </li>
  );
}
