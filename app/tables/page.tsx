import type { Metadata } from 'next';
import { Still } from '#still';
import { tableHref } from '@/components/links';
import words from '@/data/words/en.json';
import { catalog } from '@/lib/catalog';
import { message } from '@/lib/message';
import { tableNamed } from '@/lib/table/select';
import { tableSummary } from '@/lib/table/summary';

export const metadata: Metadata = {
  title: 'Data',
  description: 'Every table behind the claims: what it holds, its span, its sources, its CSV.',
};

export default async function Page() {
  const { descriptor, tables } = await catalog();
  return (
    <Still as="main" id="main" className="tables">
      <h1>Data</h1>
      <p className="lead">{descriptor.description}</p>
      <p className="downloads">
        <a href="/datapackage.json">datapackage.json describes all of them to machines</a> ·{' '}
        <a href="/import">Put a CSV of your own beside them</a>
      </p>
      <ul className="table-list">
        {descriptor.resources.map((resource) => {
          const { rows, span, sources } = tableSummary(tableNamed(tables, resource.name));
          return (
            <li key={resource.name}>
              <h2>
                <a href={tableHref(resource.name)}>{resource.title}</a>
              </h2>
              <p>{resource.description}</p>
              <p className="table-facts">
                {message(words.tableFacts, { rows, span: span ?? 'none', sources })}{' '}
                <a href={`${tableHref(resource.name)}.csv`} download>
                  CSV
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </Still>
  );
}
