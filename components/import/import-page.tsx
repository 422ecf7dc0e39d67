import type { ReactNode } from 'react';
import { claimPicture } from '@/components/picture/picture-input';
import { firstTextMark } from '@/components/series-view';
import site from '@/data/words/en.json';
import words from '@/data/words/import.json';
import type { Catalog } from '@/lib/catalog';
import { claimsInOrder, evidence } from '@/lib/claim/evidence';
import { type PictureInput, type PictureSize, pictureLayout } from '@/lib/picture/layout';
import { currenciesIn } from '@/lib/table/rates';
import { NOTHING } from '@/lib/view/chosen';
import { ImportLeaf } from './import-leaf';
import type { ClaimFacts, Shipped, Size } from './shipped';

/** The frame that stands without script; all that reads and draws is behind the leaf. */
export function ImportPage({ catalog }: { catalog: Catalog }) {
  return (
    <main id="main" className="import-page">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="promise">{words.promise}</p>
      <noscript>
        <div className="notice">
          <p>{words.withoutScript.need}</p>
          <p>
            <Instead />
          </p>
        </div>
      </noscript>
      <ImportLeaf shipped={shippedBy(catalog)} notLoaded={words.notLoaded} />
    </main>
  );
}

const links: Record<string, ReactNode> = {
  '{chart}': <a href="/chart">{words.withoutScript.chart}</a>,
  '{data}': <a href="/tables">{words.withoutScript.data}</a>,
};

/** A sentence with links in it. */
function Instead() {
  const parts = words.withoutScript.instead.split(/(\{chart\}|\{data\})/);
  return parts.map((part) => <span key={part}>{links[part] ?? part}</span>);
}

function sizeOf(input: PictureInput, size: PictureSize): Size {
  const { width, height } = pictureLayout(input, size);
  return { width, height };
}

function claimFacts(catalog: Catalog): ClaimFacts[] {
  return claimsInOrder(catalog).map((claim) => {
    const { result, answer, rows } = evidence(catalog, claim);
    const input = claimPicture({ catalog, chosen: NOTHING }, claim, 1);
    return {
      id: claim.id,
      quote: claim.quote,
      verdict: site.verdicts[result.verdict],
      answer,
      tables: [...new Set(rows.map(({ table }) => table.resource.name))],
      picture: input && { wide: sizeOf(input, 'wide'), narrow: sizeOf(input, 'narrow') },
    };
  });
}

function shippedBy(catalog: Catalog): Shipped {
  const drawn = [...catalog.tables.values()].filter(
    ({ resource }) =>
      !resource.log && resource.schema.fields.some(({ role }) => role === 'measure'),
  );
  return {
    claims: claimFacts(catalog),
    tables: drawn.map(({ resource: { name, title } }) => ({ name, title })),
    text: firstTextMark(catalog),
    revision: catalog.revision,
    currencies: currenciesIn(catalog.tables),
  };
}
