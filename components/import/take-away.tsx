import { useState } from 'react';
import words from '@/data/words/import.json';
import { formatNumber } from '@/lib/format';
import { LONGEST } from '@/lib/import/link';
import { stemOf } from '@/lib/import/own-package';
import { message } from '@/lib/message';
import { TextField } from './field';
import type { Setting, Work } from './import-state';
import { keep } from './kept';

type Props = {
  work: Work;
  ids: string[];
  choose: (setting: Partial<Setting>) => void;
  keptOne: () => void;
  fail: (error: unknown) => void;
};

/** Hands a file to the browser to save; it goes nowhere else. */
function save(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const href = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  // The browser needs it until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Kept here, saved as files, or carried in an address. */
export function TakeAway({ work, ids, choose, keptOne, fail }: Props) {
  const { setting, files, found } = work;
  const [said, setSaid] = useState('');
  const keepIt = () =>
    keep({ files, setting: { ...setting, own: ids } }).then(() => {
      setSaid(words.away.kept);
      keptOne();
    }, fail);
  return (
    <section className="away" aria-labelledby="away">
      <h2 id="away">{words.away.title}</h2>
      <TextField
        label={words.away.name}
        value={setting.name}
        maxLength={200}
        onChange={({ currentTarget }) => choose({ name: currentTarget.value })}
      />
      <p className="buttons">
        <button type="button" onClick={keepIt}>
          {words.away.keep}
        </button>
      </p>
      <Saving work={work} ids={ids} say={setSaid} fail={fail} all={found.series} />
      <p role="status" className="said">
        {said}
      </p>
      <LinkAway
        key={`${ids.join()} ${JSON.stringify(setting)}`}
        work={work}
        ids={ids}
        fail={fail}
      />
    </section>
  );
}

type SavingProps = {
  work: Work;
  ids: string[];
  all: number;
  say: (text: string) => void;
  fail: (error: unknown) => void;
};

function Saving({ work: { reading, setting }, ids, all, say, fail }: SavingProps) {
  const stem = stemOf(setting.name);
  const saveAs = (file: string, type: string, made: Promise<Uint8Array<ArrayBuffer>>) => {
    say(words.away.preparing);
    made.then((bytes) => {
      save(bytes, file, type);
      say(message(words.away.saved, { file }));
    }, fail);
  };
  const zip = (ids: string[] | null) => () =>
    saveAs(`${stem}.zip`, 'application/zip', reading.ask('package', { ids, name: setting.name }));
  const csv = () => saveAs(`${stem}.csv`, 'text/csv', reading.ask('csv', { ids }));
  return (
    <>
      <p className="buttons">
        {ids.length > 0 && (
          <>
            <button type="button" onClick={zip(ids)}>
              {message(words.away.shownZip, { n: ids.length })}
            </button>
            <button type="button" onClick={csv}>
              {words.away.shownCsv}
            </button>
          </>
        )}
        {all > ids.length && (
          <button type="button" onClick={zip(null)}>
            {message(words.away.allZip, { n: all })}
          </button>
        )}
      </p>
      <p className="note">{words.away.command}</p>
    </>
  );
}

type Made = { address: string; said: string };

/** A link is made when asked for: packing is not free. */
function LinkAway({ work, ids, fail }: Pick<SavingProps, 'work' | 'ids' | 'fail'>) {
  const [made, setMade] = useState<Made | null>(null);
  if (ids.length === 0) return null;
  return (
    <div className="link-away">
      <p className="note">{words.away.linkNote}</p>
      <button type="button" onClick={() => madeLink(work, ids).then(setMade, fail)}>
        {words.away.link}
      </button>
      <p role="status">{made?.said}</p>
      {made?.address && <TextField label={words.away.address} readOnly value={made.address} />}
    </div>
  );
}

async function madeLink({ reading, setting }: Work, ids: string[]): Promise<Made> {
  const { name, view, claim } = setting;
  const { hash, length, figures } = await reading.ask('link', { ids, name, view });
  if (hash === null) return { address: '', said: tooLong(figures, length) };
  const query = claim ? `?claim=${encodeURIComponent(claim)}` : '';
  const address = location.origin + location.pathname + query + hash;
  return { address, said: await copied(address) };
}

const copied = (address: string): Promise<string> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(address))
    .then(
      () => message(words.away.copied, { n: formatNumber(address.length) }),
      () => words.away.copyFailed,
    );

const tooLong = (figures: number, length: number): string =>
  message(words.away.tooLong, {
    figures,
    n: formatNumber(length),
    most: formatNumber(LONGEST),
  });
