import Link from 'next/link';

export function SiteHeader() {
  return (
    <header className="site-header">
      <Link className="site-name" href="/">
        Claimline
      </Link>
      <nav aria-label="Site">
        <Link href="/">Claims</Link>
        <Link href="/tables">Data</Link>
        <Link href="/chart">Chart</Link>
        <Link href="/method">Method</Link>
      </nav>
    </header>
  );
}
