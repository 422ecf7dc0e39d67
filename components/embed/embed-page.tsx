import { EmbedFigure } from '@/components/embed/embed-figure';
import words from '@/data/words/en.json';
import type { PictureInput } from '@/lib/picture/layout';
import type { Tables } from '@/lib/table/select';

type Props = { input: PictureInput; tables: Tables; revision: string; path: string };

/** A page of its own around nothing but the chart: no header, no footer, no framework. */
export function EmbedPage({ input, tables, revision, path }: Props) {
  const { title, charts, notes, notice, address, claim, state } = input;
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: not a page of Next's, but a document of its own */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <base target="_blank" />
        <link rel="canonical" href={address} />
        <link rel="stylesheet" href={`/embed/style.css?${revision}`} />
        <script src="/embed/height.js" defer />
      </head>
      <body>
        <main>
          {charts.map((chart) => (
            <EmbedFigure key={chart.id} input={chart} tables={tables} />
          ))}
          {charts.length === 0 && <h1 className="chart-title">{title}</h1>}
          {charts.length === 0 && <p>{notice}</p>}
          {notes.map((note) => (
            <p key={note} className="chart-notes">
              {note}
            </p>
          ))}
          <p className="embed-foot">
            {claim && (
              <>
                “{claim.quote}” <b>{claim.verdict}.</b>{' '}
              </>
            )}
            <a href={path}>{words.share.all}</a>: {address}. {state}.
          </p>
        </main>
      </body>
    </html>
  );
}
