'use client';

import words from '@/data/words/fault.json';

/** Shown where a page could not be made; never for want of data, which the page itself says. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main" className="method">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <button type="button" onClick={reset}>
          {words.again}
        </button>{' '}
        or go to <a href="/">all claims</a>. The tables can still be downloaded from{' '}
        <a href="/tables">Data</a>.
      </p>
      {error.digest && (
        <p>
          If you report it, give this number: <code>{error.digest}</code>
        </p>
      )}
    </main>
  );
}
