import { useEffect, useRef } from 'react';
import words from '@/data/words/import.json';
import { formatNumber } from '@/lib/format';
import { MOST_FIGURES } from '@/lib/import/own-figures';
import { message } from '@/lib/message';
import { FileSection } from './file-section';
import type { Asked, ReadAs, Work } from './import-state';
import type { Found, FoundFile } from './reading';

type Props = { work: Work; start: (asked: Asked) => void; close: () => void };

/** What was found in the files, each in turn, and everything that was left out of them. */
export function FoundSection({ work, start, close }: Props) {
  const { found, files, setting, from } = work;
  const heading = useRef<HTMLHeadingElement>(null);
  // The reading is over: a keyboard goes on from here, a screen reader says so.
  useEffect(() => heading.current?.focus(), []);
  const readAgain = (name: string) => (readAs: ReadAs) =>
    start({ files, from, setting: { ...setting, readAs: { ...setting.readAs, [name]: readAs } } });
  return (
    <section className="found" aria-labelledby="found">
      <h2 id="found" ref={heading} tabIndex={-1}>
        {words.found.title}
      </h2>
      <p>
        {message(words.found.done, {
          files: found.files.length,
          figures: found.figures,
          series: found.series,
        })}
      </p>
      {from === 'link' && <p className="notice">{words.fromLink}</p>}
      <LeftOutNotes found={found} />
      {[...found.files, ...found.unread].map((file, number) => (
        <FileSection
          key={`${file.fault === null ? 'read' : 'unread'} ${file.name}`}
          file={file}
          number={number}
          alone={file.fault === null && found.files.length === 1}
          readAs={setting.readAs[file.name] ?? {}}
          readAgain={readAgain(file.name)}
        />
      ))}
      <p>
        <button type="button" onClick={close}>
          {words.draft.close}
        </button>
      </p>
    </section>
  );
}

type UnreadProps = { asked: Asked; files: FoundFile[]; start: Props['start'] };

/** Files that no format knows, for the reader to say what their columns are. */
export function UnreadSection({ asked, files, start }: UnreadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each reading
  useEffect(() => heading.current?.focus(), [files]);
  const { setting } = asked;
  return (
    <section className="found" aria-labelledby="unread">
      <h2 id="unread" ref={heading} tabIndex={-1}>
        {words.found.unread}
      </h2>
      <p className="lead">{words.found.unreadLead}</p>
      {files.map((file, number) => (
        <FileSection
          key={file.name}
          file={file}
          number={MOST_FILES + number}
          alone={files.length === 1}
          readAs={setting.readAs[file.name] ?? {}}
          readAgain={(readAs) =>
            start({
              ...asked,
              setting: { ...setting, readAs: { ...setting.readAs, [file.name]: readAs } },
            })
          }
        />
      ))}
    </section>
  );
}

/** Ids of files that were read stand below. */
const MOST_FILES = 100_000;

function LeftOutNotes({ found: { left, passed } }: { found: Found }) {
  const rows = left.repeated.map((one) => message(words.found.repeatedRow, one)).join(', ');
  const notes = [
    ...passed.map((one) => message(words.found.passed, one)),
    ...(left.count > 0 ? [message(words.found.repeated, { n: left.count, rows })] : []),
    ...(left.beyond > 0
      ? [message(words.found.beyond, { n: left.beyond, most: formatNumber(MOST_FIGURES) })]
      : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
