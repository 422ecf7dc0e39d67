import type { ReactNode } from 'react';
import { RowLink } from '@/components/row-link';
import { SourceName } from '@/components/source-name';
import words from '@/data/words/en.json';
import type { Evaluated } from '@/lib/claim/evaluated';
import { formatComputed, formatExact, formatPeriod, formatRounded } from '@/lib/format';
import { message } from '@/lib/message';
import { parsePeriod } from '@/lib/table/period';
import { rowAt } from '@/lib/table/row-index';
import type { Tables } from '@/lib/table/select';
import { sourcesOf } from '@/lib/table/source';

/** Rows of a sum that are worth naming one by one. */
const LISTED = 24;

const computed = new Set<Evaluated['kind']>([
  'share',
  'difference',
  'least',
  'change',
  'product',
  'quotient',
  'raised',
  'fraction',
  'converted',
  'scaled',
  'sum',
]);

/** A value with its unit: the file's own digits, or a computed value to two decimals. */
export function Figure({ value }: { value: Evaluated }) {
  if (value.value === null) return <span className="figure">not in the data</span>;
  const text = computed.has(value.kind)
    ? formatRounded(value.value, value.unit, value.margin, formatComputed)
    : formatExact(value.value, value.unit);
  return <span className="figure">{text}</span>;
}

/** The sum as it is written out, with units; the parts are listed below it. */
function Arithmetic({ value }: { value: Evaluated }) {
  const [a, b] = value.parts.map((part) => <Figure key={part.label} value={part} />);
  const end = (
    <>
      {' = '}
      <Figure value={value} />
    </>
  );
  switch (value.kind) {
    case 'share':
      return (
        <>
          {a} ÷ {b} × 100{end}
        </>
      );
    case 'difference':
      return (
        <>
          {a} − {b}
          {end}
        </>
      );
    case 'least':
      return (
        <>
          the lowest of {value.parts.length}: <Figure value={value} />
        </>
      );
    case 'change':
      return value.unit === '%' ? (
        <>
          ({b} − {a}) ÷ {a} × 100{end}
        </>
      ) : (
        <>
          {b} − {a}
          {end}
        </>
      );
    case 'product':
    case 'quotient':
      return (
        <>
          {a} {value.kind === 'product' ? '×' : '÷'} {b}
          {end}
        </>
      );
    case 'raised':
      return (
        <>
          {a} + {b} of it{end}
        </>
      );
    case 'fraction':
      return (
        <>
          {b} of {a}
          {end}
        </>
      );
    case 'converted':
      return <Conversion value={value} />;
    case 'scaled':
      return (
        <>
          {a}
          {end}
        </>
      );
    case 'sum':
      return <>{sumNote(value)}</>;
    default:
      return null;
  }
}

/** From the currency that the rates are of: times the rate; to it: by the rate; else by the one and times the other. */
function Conversion({ value }: { value: Evaluated }) {
  const [amount, first, second] = value.parts.map((part) => (
    <Figure key={part.label} value={part} />
  ));
  const [from, rate] = value.parts.map(({ unit }) => unit);
  const fromBase = from && rate?.endsWith(` ${from.slice(0, 3)}`);
  return (
    <>
      {amount} {fromBase ? '×' : '÷'} {first}
      {second && <> × {second}</>} = <Figure value={value} />
    </>
  );
}

function sumNote({ rows, zeroMonths }: Evaluated): string {
  const n = rows.length;
  if (zeroMonths.length === 0) return message(words.rowsAdded, { n });
  const months = zeroMonths.map((month) => formatPeriod(parsePeriod(month))).join(', ');
  return message(words.rowsAddedAround, { n, months });
}

function SumRows({ value, tables }: { value: Evaluated; tables: Tables }) {
  if (value.kind !== 'sum' || value.rows.length < 2 || value.rows.length > LISTED) return null;
  return (
    <ul className="sum-rows">
      {value.rows.map((ref) => (
        <li key={ref.key}>
          <RowLink at={ref} tables={tables}>
            {ref.key.replaceAll('~', ' · ').replaceAll('_', ' ')}
          </RowLink>
        </li>
      ))}
    </ul>
  );
}

function Origin({ value, tables }: { value: Evaluated; tables: Tables }) {
  const [ref] = value.rows;
  const source = ref && sourcesOf(tables).get(String(rowAt(tables, ref).cells.source_id));
  if (!source || value.parts.length > 0) return null;
  return (
    <span className="origin">
      {' '}
      <SourceName source={source} />
    </span>
  );
}

/** One input of a test: what it is, its number leading to its row, its source, and what it is made from. */
export function Input({ value, tables }: { value: Evaluated; tables: Tables }): ReactNode {
  const own = value.parts.length === 0 && value.rows.length > 0;
  return (
    <li>
      <span className="input-label">{value.label}</span>{' '}
      {own ? (
        <RowLink at={value.rows[0]} tables={tables}>
          <Figure value={value} />
        </RowLink>
      ) : (
        <Figure value={value} />
      )}
      {value.kind === 'stated' && value.rows.length === 0 && (
        <span className="origin"> as worded</span>
      )}
      <Origin value={value} tables={tables} />
      {computed.has(value.kind) && (
        <p className="arithmetic">
          <Arithmetic value={value} />
        </p>
      )}
      <SumRows value={value} tables={tables} />
      {value.parts.length > 0 && (
        <ul>
          {value.parts.map((part) => (
            <Input key={part.label} value={part} tables={tables} />
          ))}
        </ul>
      )}
    </li>
  );
}
