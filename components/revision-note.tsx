import { tableHref } from '@/components/links';
import says from '@/data/words/revision.json';
import { message } from '@/lib/message';
import type { FiguresTold, Line } from './revision-figures';
import type { Told } from './revision-told';

type Props = {
  /** Worked out on the server (`revisionTold`): words and addresses alone. */
  told: Told | null;
  /** The view with the newest data, whatever they become, and with the state shown. */
  view: string;
  state: string;
};

/** What has changed in the data since a link was made that names their state. */
export function RevisionNote({ told, view, state }: Props) {
  if (!told) return null;
  if (told.shows === 'present') return <p className="note">{told.lead}</p>;
  return (
    <section className="notice revision-note" aria-label={says.label}>
      <p role="status">{told.lead}</p>
      <Claim told={told} />
      {told.figures && <Figures told={told.figures} />}
      {told.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p>
        <a href={view}>{says.newest}</a>
        {' · '}
        <a href={state}>{says.shown[told.shows]}</a>
      </p>
      <AllChanges told={told} />
      {told.command !== null && <Earlier command={told.command} />}
    </section>
  );
}

function Claim({ told: { claim, claims } }: { told: Told }) {
  const [first, ...rest] = claim;
  return (
    <>
      {first && <p className="revision-verdict">{first}</p>}
      {rest.length > 0 && (
        <ul>
          {rest.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {claims.head !== '' && <p>{claims.head}</p>}
      <Lines lines={claims.lines} />
    </>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ text, href }) => (
        <li key={text + href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

function Figures({ told: { head, lines } }: { told: FiguresTold }) {
  return (
    <>
      <p>{head}</p>
      <Lines lines={lines} />
    </>
  );
}

function AllChanges({ told: { tables, elsewhere } }: { told: Told }) {
  if (tables.length === 0) return null;
  return (
    <details>
      <summary>{says.all}</summary>
      <ul>
        {tables.map(({ text, title, earlier, now }) => (
          <li key={title}>
            {text}
            {earlier && <CsvLink href={earlier} label={says.then} title={title} />}
            {now && <CsvLink href={now} label={says.now} title={title} />}
          </li>
        ))}
      </ul>
      {elsewhere && <Figures told={elsewhere} />}
    </details>
  );
}

function CsvLink({ href, label, title }: { href: string; label: string; title: string }) {
  return (
    <>
      {' · '}
      <a href={href} download>
        {label}
        <span className="visually-hidden">{message(says.of, { title })}</span>
      </a>
    </>
  );
}

function Earlier({ command }: { command: string }) {
  return (
    <details>
      <summary>{says.get}</summary>
      <p>{says.command}</p>
      <pre>
        <code>{command}</code>
      </pre>
      <p>
        {says.log} <a href={tableHref('revisions')}>{says.states}</a>,{' '}
        <a href={tableHref('revision-changes')}>{says.rows}</a>.
      </p>
    </details>
  );
}
