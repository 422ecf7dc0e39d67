import { Fragment } from 'react';
import { loadLines } from '@/lib/share/load-lines';
import type { Work } from '@/lib/share/work';

const names = { R: 'Load in R', Python: 'Load in Python', spreadsheet: 'Load in a spreadsheet' };

/** Lines that load the CSV, to be copied as they stand: terms of a description list. */
export function LoadLines({ work }: { work: Work }) {
  return loadLines(work.stem, work.csv.url).map(({ program, lines }) => (
    <Fragment key={program}>
      <dt>{names[program]}</dt>
      <dd>
        <pre>
          <code>{lines}</code>
        </pre>
      </dd>
    </Fragment>
  ));
}
