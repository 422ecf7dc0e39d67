import { RowLink } from '@/components/row-link';
import { SourceName } from '@/components/source-name';
import { Figure } from '@/components/working';
import type { Evaluated } from '@/lib/claim/evaluated';
import type { Evidence } from '@/lib/claim/evidence';
import { rowAt } from '@/lib/table/row-index';
import type { Tables } from '@/lib/table/select';
import { sourcesOf } from '@/lib/table/source';

function Side({ side, tables }: { side: Evaluated; tables: Tables }) {
  const [ref] = side.rows;
  const source = ref && sourcesOf(tables).get(String(rowAt(tables, ref).cells.source_id));
  return (
    <li>
      <RowLink at={ref} tables={tables}>
        <Figure value={side} />
      </RowLink>
      <span className="side-label">{side.label}</span>
      {source && <SourceName source={source} />}
    </li>
  );
}

/** Figures for one thing that do not agree, side by side. */
export function Conflicts({
  conflicts,
  tables,
}: {
  conflicts: Evidence['conflicts'];
  tables: Tables;
}) {
  return (
    <ul className="conflicts">
      {conflicts.map(({ conflict, sides }) => (
        <li key={conflict.about}>
          <h3>{conflict.about}</h3>
          <ul className="sides">
            {sides.map((side) => (
              <Side key={side.label} side={side} tables={tables} />
            ))}
          </ul>
          {conflict.note && <p className="note">{conflict.note}</p>}
        </li>
      ))}
    </ul>
  );
}
