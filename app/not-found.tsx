import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main id="main" className="method">
      <h1>There is no page at this address</h1>
      <p className="lead">
        It may have been mistyped, or name a claim or a table that we do not have.
      </p>
      <ul>
        <li>
          <a href="/">All claims</a>
        </li>
        <li>
          <a href="/tables">All tables</a>
        </li>
        <li>
          <a href="/method">How claims are read</a>
        </li>
      </ul>
    </main>
  );
}
