import { ImportError } from './figure';
import type { Format, Found, Recognised, Start } from './format';
import { comtrade } from './formats/comtrade';
import { drawn } from './formats/drawn';
import { faostat } from './formats/faostat';
import { fred } from './formats/fred';
import { generic } from './formats/generic';
import { owid } from './formats/owid';
import { isStatcanMetadata, statcan } from './formats/statcan';
import { tidy } from './formats/tidy';
import { valet } from './formats/valet';
import { placeOf } from './layout';
import type { FormatId } from './mapping';

/** In the order in which they are tried: the last takes nearly anything. */
export const formats: Format[] = [
  statcan,
  comtrade,
  faostat,
  valet,
  fred,
  owid,
  tidy,
  drawn,
  generic,
];

/** The format of a file by its first records, or the one asked for. */
export function recognise(start: Start): Recognised {
  if (isStatcanMetadata(start.records)) {
    throw new ImportError(
      'this file describes a Statistics Canada table (MetaData): it has no figures',
    );
  }
  const wanted = start.as ?? start.mapping.as ?? (start.mapping.read ? 'generic' : undefined);
  for (const format of formats) {
    if (wanted !== undefined && wanted !== format.id) continue;
    const found = format.find(start);
    if (found) return { ...withWhere(found, start), format };
  }
  throw new ImportError(wanted === undefined ? unknown : notA(wanted));
}

const unknown = 'no period and no figures found: say which columns hold them';

function notA(id: FormatId): string {
  const title = formats.find((format) => format.id === id)?.title ?? id;
  return `the header is not that of the format "${title}"`;
}

/** The mapping's filter, and every column that it takes cells from, as dimensions. */
function withWhere(found: Found, { mapping }: Start): Found {
  const { columns } = found.layout;
  const { where: taken = {}, leave = {} } = mapping;
  const names = new Set([...Object.keys(taken), ...Object.keys(leave)]);
  const where = [...names].map((name) => ({
    place: placeOf(columns, name),
    texts: new Set(taken[name]),
    left: leave[name] ? new Set(leave[name]) : null,
  }));
  const dimensions = mapping.columns
    ? columnsTaken(found, mapping.columns)
    : found.layout.dimensions;
  return { ...found, layout: { ...found.layout, where, dimensions } };
}

function columnsTaken({ layout }: Found, columns: object): Found['layout']['dimensions'] {
  const names = Object.values(columns).flatMap((source) => ('from' in source ? [source.from] : []));
  return [...new Set<string>(names)].map(
    (name) =>
      layout.dimensions.find((dimension) => dimension.name === name) ?? {
        name,
        place: placeOf(layout.columns, name),
      },
  );
}
