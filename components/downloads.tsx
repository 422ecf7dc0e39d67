import { formatNumber } from '@/lib/format';
import type { Work } from '@/lib/share/work';

type Props = { href: string; work: Work };

/** The files of a table or a claim, in one quiet line. */
export function Downloads({ href, work: { kind, csv } }: Props) {
  const rows = `${formatNumber(csv.rows)} ${csv.rows === 1 ? 'row' : 'rows'}`;
  return (
    <p className="downloads">
      <a href={`${href}.csv`} download>
        {kind === 'claim' ? `CSV of the ${rows} behind this claim` : `CSV of all ${rows}`}
      </a>
      {kind === 'claim' && (
        <>
          {', '}
          <a href={`${href}.json`}>JSON of its readings</a>
        </>
      )}
      {', '}
      <a href={`${href}.metadata.json`}>metadata</a>
      {', '}
      <a href={`${href}.zip`} download>
        ZIP with sources and readme
      </a>
    </p>
  );
}
