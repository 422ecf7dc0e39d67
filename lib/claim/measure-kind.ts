import { type Kind, kindOf } from '@/lib/table/kind';
import { selectRows, type Tables, tableNamed, unitOf } from '@/lib/table/select';
import type { Quantity, Where } from './claim';

type Taken = { table: string; where: Where; measure: string };

/** What the figures of a column measure; the unit is asked of a row where the column has several. */
export function takenKind({ table, where, measure }: Taken, tables: Tables): Kind {
  const from = tableNamed(tables, table);
  const unit = unitOf(from, measure, selectRows(from, where)[0]);
  const field = from.resource.schema.fields.find(({ name }) => name === measure);
  return kindOf({ ...field, name: `${table}: ${measure}` }, unit);
}

function statedKind(unit: string): Kind {
  if (unit === 'place') return 'rank';
  return unit.startsWith('%') ? 'share' : 'amount';
}

/** What a computed number measures: how it is made says it, or the column that it is taken from. */
export function measureKind(quantity: Quantity, tables: Tables): Kind {
  switch (quantity.kind) {
    case 'rank':
    case 'share':
      return quantity.kind;
    case 'date':
    case 'day':
      return 'date';
    case 'stated':
      return statedKind(quantity.unit);
    case 'change':
      return 'change';
    case 'count':
      return 'amount';
    case 'product':
    case 'quotient':
      return statedKind(quantity.unit);
    case 'least':
      return quantity.of[0] ? measureKind(quantity.of[0], tables) : 'amount';
    case 'difference':
      return measureKind(quantity.from, tables);
    case 'fraction':
      return measureKind(quantity.of, tables);
    case 'raised':
    case 'scaled':
    case 'converted':
      return measureKind(quantity.amount, tables);
    default:
      return takenKind(quantity, tables);
  }
}
