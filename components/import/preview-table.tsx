import words from '@/data/words/import.json';
import type { ImportProblem } from '@/lib/import/figure';
import { message } from '@/lib/message';
import type { FoundFile, PreviewRow } from './reading';

/** The first rows as the file has them, then those with a problem, which is said in its cell. */
export function PreviewTable({ file, id }: { file: FoundFile; id: string }) {
  const { name, columns, rows, problems, summary } = file;
  const byRow = Map.groupBy(problems, ({ row }) => row);
  const more = summary.head.columns.length - columns.length;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll preview" aria-labelledby={`${id}-preview`} tabIndex={0}>
        <p className="caption" id={`${id}-preview`}>
          {message(words.preview.caption, { name, problems: problems.length })}
        </p>
        <table aria-labelledby={`${id}-preview`}>
          <thead>
            <tr>
              <th scope="col">{words.preview.row}</th>
              {columns.map(({ name, role, type }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <th key={place} scope="col">
                  {name}
                  <span className="unit">
                    {words.roles[role]}, {words.types[type]}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.line}
                row={row}
                file={file}
                id={id}
                problems={byRow.get(row.line) ?? []}
              />
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p className="note">{message(words.preview.more, { n: more })}</p>}
    </>
  );
}

type RowProps = { row: PreviewRow; file: FoundFile; id: string; problems: ImportProblem[] };

function Row({ row: { line, cells, wider }, file, id, problems }: RowProps) {
  const names = file.columns.map(({ name }) => name);
  const whole = problems.filter(({ column }) => column === null || !names.includes(column));
  return (
    <tr id={`${id}-row-${line}`} className={problems.length > 0 ? 'faulty' : undefined}>
      <th scope="row">
        {line}
        <Said problems={whole} />
      </th>
      {cells.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place
        <td key={place}>
          {cell}
          <Said
            problems={problems.filter(({ column }) => column !== null && column === names[place])}
          />
        </td>
      ))}
      {wider > 0 && <td>{message(words.preview.wider, { n: wider })}</td>}
    </tr>
  );
}

/** Two faults that read alike are said once. */
function Said({ problems }: { problems: ImportProblem[] }) {
  const messages = new Set(problems.map(({ message }) => message));
  return [...messages].map((message) => (
    <span key={message} className="cell-problem">
      {message}
    </span>
  ));
}
