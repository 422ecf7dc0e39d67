import type { ReactNode } from 'react';
import { Still } from '#still';
import { LoadLines } from '@/components/load-lines';
import { bibtex, cslJson, plainCitation } from '@/lib/share/citation';
import type { Work } from '@/lib/share/work';

type Props = { href: (ending: string) => string; work: Work };

/** How to cite a table, a claim or a view, and how to load its data. */
export function Cite({ href, work }: Props) {
  return (
    <Still as="details" className="cite">
      <summary>Cite and load</summary>
      <dl>
        <dt>Citation</dt>
        <dd className="citation">{plainCitation(work)}</dd>
        <LoadLines work={work} />
        <Format text={bibtex(work)}>
          BibTeX{' '}
          <a href={href('bib')} download>
            as a file
          </a>
        </Format>
        <Format text={cslJson(work)}>
          CSL-JSON{' '}
          <a href={href('csl.json')} download>
            as a file
          </a>
        </Format>
      </dl>
    </Still>
  );
}

function Format({ children, text }: { children: ReactNode; text: string }) {
  return (
    <>
      <dt>{children}</dt>
      <dd>
        <pre>
          <code>{text}</code>
        </pre>
      </dd>
    </>
  );
}
