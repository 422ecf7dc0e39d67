import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { claimHref, tableHref } from '@/components/links';
import { MOST } from '@/components/series-view';
import { tableQuery } from '@/components/table-query';
import words from '@/data/words/import.json';
import { message } from '@/lib/message';
import { seriesOf } from '@/lib/table/series';
import { Choice } from './field';
import type { Setting } from './import-state';
import type { ClaimFacts, Shipped } from './shipped';
import type { ShippedSeries } from './shipped-series';

type Props = {
  setting: Setting;
  shipped: Shipped;
  ours: ShippedSeries;
  choose: (setting: Partial<Setting>) => void;
};

/** A claim, and series of ours, beside the reader's own. */
export function Beside({ setting, shipped, ours, choose }: Props) {
  const claim = shipped.claims.find(({ id }) => id === setting.claim);
  const setSeries = (series: string[]) => choose({ view: { ...setting.view, series } });
  const ids = setting.view.series ?? [];
  return (
    <section className="beside" aria-labelledby="beside">
      <h2 id="beside">{words.beside.title}</h2>
      <p className="note">{words.beside.lead}</p>
      <Choice
        label={words.beside.claim}
        value={setting.claim ?? ''}
        options={[
          ['', words.beside.noClaim],
          ...shipped.claims.map(({ id, quote }): [string, string] => [id, `“${quote}”`]),
        ]}
        onChange={(id) => choose({ claim: id || null })}
      />
      {claim && <ClaimBeside claim={claim} />}
      <AddSeries
        shipped={shipped}
        claim={claim}
        ids={ids}
        add={(id) => setSeries([...ids, id])}
        full={ids.length >= MOST - 1}
      />
      {ours.failed && (
        <p className="notice" role="alert">
          {words.beside.failed}{' '}
          <button type="button" onClick={ours.retry}>
            {words.beside.retry}
          </button>
        </p>
      )}
      <ShownOurs ours={ours} remove={(id) => setSeries(ids.filter((one) => one !== id))} />
    </section>
  );
}

/** The claim at a glance, with its chart as its page shows it. */
function ClaimBeside({ claim }: { claim: ClaimFacts }) {
  return (
    <figure className="claim-beside">
      <blockquote className="quote">“{claim.quote}”</blockquote>
      <p>
        <strong>{claim.verdict}</strong>. {claim.answer}{' '}
        <a href={claimHref(claim.id)}>{words.beside.page}</a>
      </p>
      {claim.picture && (
        <picture>
          <source
            media="(max-width: 639px)"
            srcSet={`${claimHref(claim.id)}.svg?size=narrow`}
            {...claim.picture.narrow}
          />
          <img
            src={`${claimHref(claim.id)}.svg`}
            alt={message(words.beside.picture, { answer: claim.answer })}
            loading="lazy"
            {...claim.picture.wide}
          />
        </picture>
      )}
    </figure>
  );
}

type AddProps = {
  shipped: Shipped;
  claim: ClaimFacts | undefined;
  ids: string[];
  add: (id: string) => void;
  full: boolean;
};

/** First a table, those of the claim before the others, then one of its series. */
function AddSeries({ shipped, claim, ids, add, full }: AddProps) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const { data, isFetching, isError, refetch } = useQuery({
    ...tableQuery(client, name),
    enabled: name !== '',
  });
  const all = data ? seriesOf(data).filter(({ id }) => !ids.includes(id)) : [];
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        const id = String(new FormData(event.currentTarget).get('series') ?? '');
        const label = all.find((one) => one.id === id)?.label;
        if (label === undefined) return;
        add(id);
        setSaid(message(words.beside.added, { label }));
      }}
    >
      <TableChoice shipped={shipped} claim={claim} name={name} choose={setName} />
      {data && (
        <Choice
          key={name}
          label={words.beside.series}
          name="series"
          options={[
            ['', words.beside.noSeries],
            ...all.map(({ id, label, unit }): [string, string] => [id, `${label}, ${unit}`]),
          ]}
        />
      )}
      {data && (
        <button type="submit" disabled={full}>
          {words.beside.add}
        </button>
      )}
      <p role="status" className="note">
        {isFetching ? words.beside.loading : said}
      </p>
      {isError && (
        <p className="notice" role="alert">
          {words.beside.failed}{' '}
          <button type="button" onClick={() => refetch()}>
            {words.beside.retry}
          </button>
        </p>
      )}
    </form>
  );
}

type TableProps = Pick<AddProps, 'shipped' | 'claim'> & {
  name: string;
  choose: (name: string) => void;
};

function TableChoice({ shipped, claim, name, choose }: TableProps) {
  const near = shipped.tables.filter((table) => claim?.tables.includes(table.name));
  const far = shipped.tables.filter((table) => !near.includes(table));
  const options = (tables: Shipped['tables']) =>
    tables.map((table): [string, string] => [table.name, table.title]);
  const groups = [
    { heading: words.beside.claimTables, options: options(near) },
    { heading: words.beside.otherTables, options: options(far) },
  ];
  return (
    <Choice
      label={words.beside.table}
      value={name}
      options={[['', words.beside.noTable], ...(near.length > 0 ? groups : options(far))]}
      onChange={choose}
    />
  );
}

function ShownOurs({ ours, remove }: { ours: ShippedSeries; remove: (id: string) => void }) {
  if (ours.all.length === 0) return null;
  return (
    <ul className="shown-series" aria-label={words.beside.shown}>
      {ours.all.map(({ id, label, table, measure, unit }) => (
        <li key={id}>
          <a href={tableHref(table.resource.name)}>{label}</a>{' '}
          <span className="origin">
            {table.resource.title}: {measure.title}, {unit}
          </span>{' '}
          <button type="button" onClick={() => remove(id)}>
            {words.beside.remove}
            <span className="visually-hidden"> {label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
