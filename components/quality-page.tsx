import { Still } from '#still';
import words from '@/data/words/quality.json';
import { formatDay, formatNumber } from '@/lib/format';
import { message } from '@/lib/message';
import { GROUPS } from '@/lib/quality/budgets';
import { linesOf } from '@/lib/quality/outcome';
import {
  type Load,
  type QualityRecord,
  RECORD_NAMES,
  RECORDS,
  type RecordName,
} from '@/lib/quality/record';

type Records = Partial<Record<RecordName, QualityRecord>>;

/** What the commands measured last, beside the budgets. */
export function QualityPage({ records }: { records: Records }) {
  const loads = records.bench?.loads;
  return (
    <Still as="main" id="main" className="method quality">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {RECORD_NAMES.map((name) => (
        <Measured key={name} command={RECORDS[name]} record={records[name]} />
      ))}
      {GROUPS.map((group) => (
        <section key={group}>
          <h2 id={group}>{words.groups[group]}</h2>
          <Table
            labelledBy={group}
            columns={words.columns}
            rows={linesOf(group, Object.values(records)).map(
              ({ what, at, measured, most, outcome }) => ({
                what,
                at,
                numbers: [measured, most],
                word: outcome,
              }),
            )}
          />
        </section>
      ))}
      {loads && <Loads loads={loads} />}
    </Still>
  );
}

function Measured({ command, record }: { command: string; record?: QualityRecord }) {
  return (
    <p>
      <code>{record?.command ?? command}</code>: {record ? toldOf(record) : words.none}
    </p>
  );
}

function toldOf({ measured, machine, encoding }: QualityRecord): string {
  const when = message(words.machine, { day: formatDay(Date.parse(measured)), ...machine });
  return encoding ? `${when} ${message(words.encoding, { encoding })}` : when;
}

const kinds: Record<string, string> = words.kinds;

function Loads({ loads }: { loads: Load[] }) {
  return (
    <section>
      <h2 id="loads">{words.loads}</h2>
      <p>{words.loadsLead}</p>
      <Table
        labelledBy="loads"
        columns={words.loadColumns}
        rows={loads.map(({ name, address, rate, perSecond, p50, p95, p99, refused, errors }) => ({
          what: kinds[name] ?? name,
          at: address,
          numbers: [
            rate === undefined ? words.asMany : formatNumber(rate),
            ...[perSecond, p50, p95, p99, refused, errors].map((value) => formatNumber(value)),
          ],
        }))}
      />
    </section>
  );
}

type Row = { what: string; at?: string; numbers: string[]; word?: string };
type TableProps = { labelledBy: string; columns: string[]; rows: Row[] };

/** `columns`: of what, of each number and, where there is one, of the word. */
function Table({ labelledBy, columns, rows }: TableProps) {
  const isNumber = (index: number) => index > 0 && index <= (rows[0]?.numbers.length ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-labelledby={labelledBy} tabIndex={0}>
      <table aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={isNumber(index) ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, at, numbers, word }) => (
            <tr key={`${what} ${at}`}>
              <th scope="row">
                {what}
                {at && <span className="at">{at}</span>}
              </th>
              {numbers.map((text, index) => (
                <td key={columns[index + 1]} className="number">
                  {text}
                </td>
              ))}
              {word !== undefined && <td>{word}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
