import type { ReactElement } from 'react';
import { Still } from '#still';
import type { Field } from '@/lib/table/descriptor';
import type { Tables } from '@/lib/table/select';
import { sourcesOf, sourceUrl } from '@/lib/table/source';
import type { Row, Table } from '@/lib/table/table';

/** So many are taller than a screen, wherever they begin (app/far.css). */
const MANY = 40;

/** Around a table's rows: a region that scrolls must be reachable by keyboard. */
export function RowsScroll({ table, children }: { table: Table; children: ReactElement }) {
  return (
    <Still as="section" className="scroll" aria-label={table.resource.title} tabIndex={0}>
      {children}
    </Still>
  );
}

/** Rows as the file prints them; each has an address of its own. */
type RowsProps = { table: Table; rows: Row[]; tables: Tables };

export function RowsTable({ table, rows, tables }: RowsProps) {
  const sources = sourcesOf(tables);
  const { fields } = table.resource.schema;
  return (
    <table className={rows.length < MANY ? 'rows' : 'rows rows-many'}>
      <thead>
        <tr>
          {fields.map((field) => (
            <th key={field.name} scope="col" className={`${field.type} ${field.role}`}>
              {field.title}
              {field.unit && <span className="unit"> {field.unit}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} id={row.key}>
            {fields.map((field, index) => (
              <td key={field.name} className={`${field.type} ${field.role}`}>
                <CellText
                  field={field}
                  text={row.raw[index] ?? ''}
                  href={
                    field.role === 'source' ? sources.get(row.raw[index] ?? '')?.href : undefined
                  }
                  isSource={table.resource.name === 'sources'}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { field: Field; text: string; href: string | undefined; isSource: boolean };

function CellText({ field, text, href, isSource }: CellProps) {
  if (text === '') return null;
  if (href !== undefined) return <a href={href}>{text}</a>;
  if (isSource && field.name === 'url')
    return (
      <a href={sourceUrl({ url: text }) ?? ''} rel="external noopener">
        {text}
      </a>
    );
  return <>{text}</>;
}
