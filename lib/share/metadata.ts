import type { Field } from '@/lib/table/descriptor';
import { sourceUrl } from '@/lib/table/source';
import { plainCitation } from './citation';
import type { Work, WorkSource } from './work';

const columnOf = ({ title, unit, description, role, type }: Field) => ({
  title,
  unit: unit ?? null,
  description: description ?? null,
  role,
  type,
});

/** The unit of all measures, if they share one and no column gives it row by row. */
function sharedUnit(fields: Field[]): string | null {
  const units = new Set(fields.filter(({ role }) => role === 'measure').map(({ unit }) => unit));
  const [only] = units;
  return units.size === 1 ? (only ?? null) : null;
}

const sourceOf = (source: WorkSource) => ({
  id: source.id,
  producer: source.publisher,
  title: source.title,
  urlMain: sourceUrl(source),
  urlIsSiteOnly: source.siteOnly,
  datePublished: source.published || null,
  license: source.license,
  via: source.via,
});

/** What a file can't say in its cells. The keys are a promise; `null` where nothing is known. */
export function metadata(work: Work) {
  return {
    id: work.id,
    title: work.title,
    subtitle: work.subtitle,
    basis: work.basis,
    citation: plainCitation(work),
    unit: sharedUnit(work.fields),
    timespan: work.timespan,
    lastUpdated: work.day,
    revision: work.revision,
    address: work.url,
    columns: Object.fromEntries(work.fields.map((field) => [field.name, columnOf(field)])),
    limits: work.limits,
    licenses: work.licenses,
    sources: work.sources.map(sourceOf),
  };
}
