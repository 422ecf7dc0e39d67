import words from '@/data/words/import.json';
import { formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import type { ReadAs } from './import-state';
import { MappingForm } from './mapping-form';
import { PreviewTable } from './preview-table';
import { ProblemList } from './problem-list';
import type { FoundFile } from './reading';
import { WrittenForm } from './written-form';

type Props = {
  file: FoundFile;
  number: number;
  alone: boolean;
  readAs: ReadAs;
  readAgain: (readAs: ReadAs) => void;
};

/** One file: how it was read, its first rows with their problems, and how to read it otherwise. */
export function FileSection({ file, number, alone, readAs, readAgain }: Props) {
  const id = `file-${number}`;
  return (
    <details className="file" open={alone || undefined}>
      <summary>{file.name}</summary>
      {file.fault !== null && (
        <p className="notice" role="alert">
          {message(words.found.fault, { message: file.fault })}
        </p>
      )}
      {file.summary.records > 0 && (
        <>
          <FileFacts file={file} />
          <ProblemList file={file} id={id} />
        </>
      )}
      <PreviewTable file={file} id={id} />
      <WrittenForm file={file} id={id} readAs={readAs} readAgain={readAgain} />
      <MappingForm file={file} id={id} readAs={readAs} readAgain={readAgain} />
    </details>
  );
}

function FileFacts({ file: { summary } }: { file: FoundFile }) {
  const { head, records, figures, refused, notes } = summary;
  const encoding = words.encodings[head.encoding];
  return (
    <dl className="facts">
      <dt>{words.found.format}</dt>
      <dd>{words.formats[head.format]}</dd>
      <dt>{words.found.encoding}</dt>
      <dd>{head.bom ? message(words.found.bom, { encoding }) : encoding}</dd>
      <dt>{words.found.delimiter}</dt>
      <dd>{words.delimiters[head.delimiter]}</dd>
      <dt>{words.found.rows}</dt>
      <dd>{formatNumber(records)}</dd>
      <dt>{words.found.figures}</dt>
      <dd>{formatNumber(figures)}</dd>
      {refused > 0 && (
        <>
          <dt>{words.found.refused}</dt>
          <dd>{message(words.found.refusedText, { n: refused })}</dd>
        </>
      )}
      {notes.length > 0 && (
        <>
          <dt>{words.found.footnotes}</dt>
          <dd>
            <ul>
              {notes.slice(0, MOST_NOTES).map((note) => (
                <li key={note}>{note.slice(0, LONGEST_NOTE)}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}

const MOST_NOTES = 20;
const LONGEST_NOTE = 300;
