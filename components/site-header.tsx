/** Plain links: the router's would fetch each of these pages beside every page that is read. */
export function SiteHeader() {
  return (
    <header className="site-header">
      <a className="site-name" href="/">
        Claimline
      </a>
      <nav aria-label="Site">
        <a href="/">Claims</a>
        <a href="/tables">Data</a>
        <a href="/chart">Chart</a>
        <a href="/method">Method</a>
      </nav>
    </header>
  );
}
