import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { MOST } from '@/components/series-view';
import words from '@/data/words/import.json';
import { formatPeriod } from '@/lib/format';
import type { SeriesFacts } from '@/lib/import/own-series';
import { message } from '@/lib/message';
import { parsePeriod } from '@/lib/table/period';
import type { Setting, Work } from './import-state';

const LISTED = 50;
/** Fewer need no search. */
const SEARCHED = 12;

type Props = { work: Work; ids: string[]; choose: (setting: Partial<Setting>) => void };

/** Which of the reader's own series the chart shows. */
export function SeriesChoice({ work: { reading, found, setting }, ids, choose }: Props) {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const search = useId();
  const { data } = useQuery({
    queryKey: ['find', reading.number, wanted],
    queryFn: () => reading.ask('find', { words: wanted, limit: LISTED }),
    placeholderData: (before) => before,
  });
  const full = ids.length + (setting.view.series?.length ?? 0) >= MOST;
  const toggle = (id: string) =>
    choose({ own: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] });
  return (
    <section aria-labelledby="own">
      <h2 id="own">{words.own.title}</h2>
      {found.series > SEARCHED && (
        <search className="search">
          <label htmlFor={search}>{words.own.words}</label>
          <input
            id={search}
            type="search"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </search>
      )}
      <p className="note" role="status">
        {data
          ? message(words.own.found, {
              count: data.count,
              listed: data.count > LISTED ? LISTED : 0,
            })
          : words.own.loading}
        {full && ` ${message(words.own.most, { most: MOST })}`}
      </p>
      <ul className="own-series">
        {data?.found.map((facts) => (
          <li key={facts.id}>
            <label>
              <input
                type="checkbox"
                checked={ids.includes(facts.id)}
                disabled={full && !ids.includes(facts.id)}
                onChange={() => toggle(facts.id)}
              />
              <span>
                {facts.label} <span className="note">{factsText(facts)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

const when = (text: string): string => (text === '' ? '' : formatPeriod(parsePeriod(text)));

const factsText = ({ unit, from, to, figures }: SeriesFacts): string =>
  message(words.own.facts, {
    ...{ unit, from: when(from), to: when(to), n: figures },
    span: from === to ? 'one' : 'several',
  });
