import { useEffect, useState } from 'react';
import words from '@/data/words/import.json';
import { formatDay } from '@/lib/format';
import { message } from '@/lib/message';
import { megabytes } from './busy';
import type { Asked } from './import-state';
import { forget, type KeptFacts, listKept, readKept } from './kept';

type Props = {
  start: (asked: Asked) => void;
  /** Counts what was kept since the page was opened. */
  changed: number;
  fail: (error: unknown) => void;
};

/** What this browser holds for the reader, to open and to delete. */
export function KeptList({ start, changed, fail }: Props) {
  const [list, setList] = useState<KeptFacts[] | null>([]);
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when another is kept
  useEffect(() => {
    listKept().then(setList, () => setList(null));
  }, [changed]);
  if (list === null) return <p className="note">{words.keptList.refused}</p>;
  const open = ({ id }: KeptFacts) =>
    readKept(id).then((kept) => kept && start({ ...kept, from: 'given' }), fail);
  const remove = ({ id, name }: KeptFacts) =>
    forget(id)
      .then(listKept)
      .then((rest) => {
        setList(rest);
        setSaid(message(words.keptList.deleted, { name }));
      }, fail);
  return (
    <>
      {list.length > 0 && (
        <section className="kept" aria-labelledby="kept">
          <h2 id="kept">{words.keptList.title}</h2>
          <ul>
            {list.map((facts) => (
              <KeptLine key={facts.id} facts={facts} open={open} remove={remove} />
            ))}
          </ul>
        </section>
      )}
      <p role="status" className="said">
        {said}
      </p>
    </>
  );
}

type Act = (facts: KeptFacts) => void;

function KeptLine({ facts, open, remove }: { facts: KeptFacts; open: Act; remove: Act }) {
  const { name, bytes, at } = facts;
  const when = formatDay(at);
  return (
    <li>
      <span className="kept-name">{name}</span>{' '}
      <span className="note">
        {message(words.keptList.facts, { size: megabytes(bytes), when })}
      </span>
      <span className="buttons">
        <button type="button" onClick={() => open(facts)}>
          {words.keptList.open}
          <span className="visually-hidden"> {name}</span>
        </button>
        <button type="button" onClick={() => remove(facts)}>
          {words.keptList.delete}
          <span className="visually-hidden"> {name}</span>
        </button>
      </span>
    </li>
  );
}
