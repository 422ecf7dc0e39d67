import words from '@/data/words/en.json';
import share from '@/data/words/share.json';
import type { Catalog } from '@/lib/catalog';
import type { Evidence } from '@/lib/claim/evidence';
import type { Text } from '@/lib/claim/text';
import { origin, tableUrl } from '@/lib/origin';
import type { Field, Resource } from '@/lib/table/descriptor';
import { plainCitation, producers } from './citation';
import type { Work } from './work';

/** schema.org's names for what a page holds. */

const SCHEMA = 'https://schema.org';
const CSVW = 'http://www.w3.org/ns/csvw#';

const site = { '@type': 'Organization', name: share.site, url: `${origin}/` };

const catalogId = `${origin}/#catalog`;

const licenseOf = ({ title, path }: Work['licenses'][number]) =>
  path ?? { '@type': 'CreativeWork', name: title };

const variableOf = ({ name, title, unit }: Field) => ({
  '@type': 'PropertyValue',
  name: title,
  alternateName: name,
  ...(unit && { unitText: unit }),
});

const columnOf = ({ name, title, type }: Field) => ({
  '@type': 'csvw:Column',
  'csvw:name': name,
  'csvw:titles': title,
  'csvw:datatype': type,
});

const downloadOf = (url: string, encodingFormat: string) => ({
  '@type': 'DataDownload',
  encodingFormat,
  contentUrl: url,
});

export function datasetLd(work: Work): object {
  const csv = work.csv.url;
  return {
    '@context': [SCHEMA, { csvw: CSVW }],
    '@type': 'Dataset',
    '@id': work.url,
    name: work.title,
    description: [work.subtitle, work.basis && `${work.basis}.`].filter(Boolean).join(' '),
    url: work.url,
    version: work.revision,
    dateModified: work.day,
    license: work.licenses.map(licenseOf),
    creator: site,
    ...(work.sources.length > 0 && { creditText: producers(work) }),
    citation: plainCitation(work),
    ...(work.timespan && { temporalCoverage: work.timespan }),
    variableMeasured: work.fields.filter(({ role }) => role === 'measure').map(variableOf),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': catalogId, name: share.siteTitle },
    isAccessibleForFree: true,
    distribution: [downloadOf(csv, 'text/csv'), downloadOf(`${work.url}.zip`, 'application/zip')],
    mainEntity: {
      '@type': 'csvw:Table',
      'csvw:url': csv,
      'csvw:tableSchema': {
        'csvw:columns': work.fields.map(columnOf),
        'csvw:primaryKey': work.primaryKey,
      },
    },
  };
}

/** A claim that cannot be settled gets words and no number: 0 would say that it is false. */
function ratingOf({ result, line, answer }: Evidence): object {
  const { verdict, held, words: counted } = result;
  const number = { ratingValue: held, worstRating: 0, bestRating: counted.length };
  return {
    '@type': 'Rating',
    alternateName: words.verdicts[verdict],
    ratingExplanation: `${line}. ${answer}`,
    ...(verdict !== 'cannot-be-settled' && number),
  };
}

const named = (type: string, name: string | null) => name && { '@type': type, name };

/** The text that a claim is made in; what is not known of it is not given. */
function appearanceOf({ title, author, publisher, day, language, ...rest }: Text): object {
  const url = rest.address ?? rest.relay?.address;
  return {
    '@type': 'CreativeWork',
    headline: title,
    datePublished: day,
    inLanguage: language,
    ...(author && { author: named('Thing', author) }),
    ...(publisher && { publisher: named('Organization', publisher) }),
    ...(url && { url }),
  };
}

export function claimReviewLd(shown: Evidence, work: Work): object {
  const { quote, text } = shown.result.claim;
  // Who publishes a text without an author answers for its claims.
  const author = named('Thing', text.author ?? text.publisher);
  const tables = new Set(shown.rows.map(({ table }) => table.resource.name));
  return {
    '@context': SCHEMA,
    '@type': 'ClaimReview',
    '@id': work.url,
    url: work.url,
    datePublished: work.day,
    version: work.revision,
    author: site,
    claimReviewed: quote,
    itemReviewed: {
      '@type': 'Claim',
      text: quote,
      ...(author && { author }),
      appearance: appearanceOf(text),
    },
    reviewRating: ratingOf(shown),
    isBasedOn: [...tables].map(tableUrl),
  };
}

const datasetRef = ({ name, title, description }: Resource) => ({
  '@type': 'Dataset',
  '@id': tableUrl(name),
  name: title,
  description,
  url: tableUrl(name),
});

export function siteLd({ descriptor }: Catalog): object {
  return {
    '@context': SCHEMA,
    '@graph': [
      {
        '@type': 'WebSite',
        '@id': `${origin}/#site`,
        url: `${origin}/`,
        name: share.siteTitle,
        description: share.siteDescription,
        publisher: site,
      },
      {
        '@type': 'DataCatalog',
        '@id': catalogId,
        url: `${origin}/tables`,
        name: descriptor.title,
        description: descriptor.description,
        dateModified: descriptor.created.slice(0, 10),
        dataset: descriptor.resources.map(datasetRef),
      },
    ],
  };
}

const scriptEscapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that can stand in a script element: no text of a claim can end the element or open a comment. */
export const scriptJson = (data: object): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => scriptEscapes[sign] ?? sign);
