import { Dispute } from '@/components/dispute';
import { Glossed } from '@/components/glossed';
import { LimitForm } from '@/components/limit-form';
import { claimHref } from '@/components/links';
import { OpenQuestion } from '@/components/open-question';
import { TestWorking } from '@/components/test-working';
import { ResultWord } from '@/components/verdict-sign';
import words from '@/data/words/en.json';
import type { Catalog } from '@/lib/catalog';
import type { Claim } from '@/lib/claim/claim';
import type { Limits, ReadingResult } from '@/lib/claim/result';
import { message } from '@/lib/message';

type Props = {
  claim: Claim;
  reading: ReadingResult;
  limits: Limits;
  catalog: Catalog;
};

/** One way to measure a claim: the question and its result first, the working a step away. */
export function ReadingArticle({ claim, reading, limits, catalog }: Props) {
  const { number, result, outcomes, later, adjusted } = reading;
  const { name, question, note } = reading.reading;
  const { kind } = claim.text;
  const { tables, asOf, site } = catalog;
  const id = `reading-${number}`;
  return (
    <li className={`reading reading-${result}`} id={id} data-number={number}>
      <h3>{name}</h3>
      <p className="question">
        <Glossed text={question} glossary={site.glossary} />
      </p>
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
        {note && (
          <p className="note">
            <Glossed text={note} glossary={site.glossary} />
          </p>
        )}
        <Dispute {...{ catalog, claim: claim.id, number, name }} />
        <LimitForm action={`${claimHref(claim.id)}#${id}`} {...{ reading, limits, asOf }} />
      </details>
    </li>
  );
}
