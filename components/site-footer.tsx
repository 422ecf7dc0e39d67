import { formatDay } from '@/lib/format';

/** Which state of the data the page was made from. */
export function SiteFooter({ revision, updated }: { revision: string; updated: string }) {
  return (
    <footer className="site-footer">
      <p>
        Claimline sets claims beside data. Verdicts are computed, not typed:{' '}
        <a href="/method">method</a>, <a href="/quality">quality</a>,{' '}
        <a href="/about">about this site</a>.
      </p>
      <p>
        Data revision <code>{revision}</code>, {formatDay(Date.parse(updated))}. All of it:{' '}
        <a href="/datapackage.json">datapackage.json</a>, <a href="/claims.csv">claims.csv</a>.
        Updates: <a href="/feed.xml">feed</a>.
      </p>
    </footer>
  );
}
