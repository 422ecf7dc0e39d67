import { readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ended, type Run, run, start } from '../command-fixture';
import { hashes, withData, withServer } from './import-fixture';

test.describe.configure({ timeout: 120_000 });

const NAME = 'exchange-rates-rtc';
const state = `imports/${NAME}.fetched`;
const mappingFile = `imports/${NAME}.json`;
const rates = 'tables/exchange-rates.csv';

/** A figure more than the table has, and one that differs. */
const release = 'observation_date,EXRTUS\n2024-05-01,1.45\n2024-06-01,1.6\n2024-07-01,1.25\n';

const csv = { 'Content-Type': 'application/csv' };
const whole: RequestListener = (_, response) => {
  response.writeHead(200, { ...csv, ETag: '"7"' }).end(release);
};

type Patience = { patience?: number; retries?: number[]; largest?: number };

/** The data with the mapping's publisher on this machine, and what is in it before anything is done. */
async function withPublisher(
  answer: RequestListener,
  use: (data: string, before: Record<string, string>) => Promise<void>,
  patience: Patience = { retries: [] },
): Promise<void> {
  await withServer(answer, (origin) =>
    withData(async (data) => {
      const file = path.join(data, mappingFile);
      const mapping = JSON.parse(await readFile(file, 'utf8'));
      mapping.update = { ...mapping.update, ...patience, url: `${origin}/release` };
      await writeFile(file, JSON.stringify(mapping));
      await use(data, await hashes(data));
    }),
  );
}

const update = (data: string, ...args: string[]): Promise<Run> =>
  run('update', data, [NAME, ...args]);

const textOf = (data: string, file: string) => readFile(path.join(data, file), 'utf8');

/** The files that are not as they were, less what is kept of states. */
async function changed(data: string, before: Record<string, string>): Promise<string[]> {
  const after = await hashes(data);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name] && !name.startsWith('states/'))
    .sort();
}

const written = [
  'datapackage.json',
  state,
  'revision-changes.csv',
  'revisions.csv',
  'tables/exchange-rates.csv',
];

test('a release is fetched and imported; then nothing newer is offered', async () => {
  const asked: (string | undefined)[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.headers['if-none-match']);
    if (request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
    else whole(request, response);
  };
  await withPublisher(answer, async (data, before) => {
    const { code, out } = await update(data, '--yes');
    expect(code).toBe(0);
    expect(out).toContain('2024-06~month~RTC, units_per_usd: 1.5 → 1.6 (6.67%)');
    expect(await changed(data, before)).toEqual(written);
    expect(await textOf(data, rates)).toContain('\n2024-07,month,RTC,1.25,rates-monthly\n');
    const after = await hashes(data);
    const again = await update(data, '--yes');
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('nothing newer')]);
    expect(await hashes(data)).toEqual(after);
    expect(asked).toEqual([undefined, '"7"']);
  });
});

test('a table set back by hand is fetched again, whatever the publisher’s answer was known by', async () => {
  const asked: (string | undefined)[] = [];
  const answer: RequestListener = (request, response) => {
    asked.push(request.headers['if-none-match']);
    whole(request, response);
  };
  await withPublisher(answer, async (data) => {
    const table = await textOf(data, rates);
    await update(data, '--yes');
    await writeFile(path.join(data, rates), table);
    expect((await update(data, '--dry-run')).out).toContain('1.5 → 1.6');
    await writeFile(path.join(data, state), '{"etag":"\\"7');
    expect((await update(data, '--dry-run')).code).toBe(0);
    expect(asked).toEqual([undefined, undefined, undefined]);
  });
});

test('a dry run fetches and reports; it writes nothing and remembers nothing', async () => {
  await withPublisher(whole, async (data, before) => {
    const { code, out } = await update(data, '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining('nothing is written')]);
    expect(await changed(data, before)).toEqual([]);
  });
});

test('a release with a row gone stops, and is asked for again until the row is named', async () => {
  const gone: RequestListener = (_, response) => {
    const text = 'observation_date,EXRTUS\n2024-04-01,1.4\n2024-05-01,1.45\n2024-07-01,1\n';
    response.writeHead(200, { ...csv, ETag: '"8"' }).end(text);
  };
  await withPublisher(gone, async (data, before) => {
    const stopped = await update(data, '--yes');
    expect([stopped.code, stopped.out]).toEqual([
      3,
      expect.stringContaining("'2024-06~month~RTC'"),
    ]);
    expect(await changed(data, before)).toEqual([]);
    expect((await update(data, '--yes', '--gone', '2024-06~month~RTC')).code).toBe(0);
    expect(await changed(data, before)).toEqual(written);
  });
});

/** Misbehaves so often, then hands out the whole release. */
function after(times: number, misbehave: RequestListener): RequestListener {
  let calls = 0;
  return (request, response) => {
    calls += 1;
    (calls > times ? whole : misbehave)(request, response);
  };
}

const cutOff: RequestListener = (_, response) => {
  response.writeHead(200, { ...csv, 'Content-Length': String(release.length) });
  response.write(release.slice(0, 60), () => response.destroy());
};
const silent: RequestListener = (_, response) => {
  response.writeHead(200, csv).write(release.slice(0, 60));
};
const failing: RequestListener = (_, response) => {
  response.writeHead(500, csv).end('observation_date,EXRTUS\n2025-01-01,9\n');
};
const redirect =
  (to: string): RequestListener =>
  (_, response) =>
    void response.writeHead(302, { Location: to }).end();

/** A busy machine may be silent for a while too: it is given several tries. */
const impatient = { patience: 1, retries: [0.01, 0.01, 0.01, 0.01] };
const patient = { retries: [0.01, 0.01] };

const mended: [string, RequestListener, string, Patience][] = [
  ['cut off twice', after(2, cutOff), 'terminated', patient],
  ['failing with 500 once', after(1, failing), 'status 500; again in 0.01 s', patient],
  ['silent once', after(1, silent), 'silent for 1 s; again in 0.01 s', impatient],
];

for (const [what, answer, told, patience] of mended)
  test(`a publisher ${what} is tried again, and only the whole release is imported`, async () => {
    await withPublisher(
      answer,
      async (data, before) => {
        const { code, errors } = await update(data, '--yes');
        expect([code, errors]).toEqual([0, expect.stringContaining(told)]);
        expect(await changed(data, before)).toEqual(written);
        expect(await textOf(data, rates)).toContain('\n2024-07,month,RTC,1.25,');
      },
      patience,
    );
  });

test('a slow publisher that keeps sending is waited for', async () => {
  const slow: RequestListener = (_, response) => {
    response.writeHead(200, csv);
    const pieces = release.match(/.{1,20}/gs) ?? [];
    const send = () => {
      const piece = pieces.shift();
      if (piece === undefined) response.end();
      else response.write(piece, () => setTimeout(send, 50));
    };
    send();
  };
  await withPublisher(slow, async (data, before) => {
    expect((await update(data, '--yes')).code).toBe(0);
    expect(await changed(data, before)).toContain(rates);
  });
});

test('a release that has moved is followed to where it is', async () => {
  const moved: RequestListener = (request, response) =>
    (request.url === '/release' ? redirect('/there') : whole)(request, response);
  await withPublisher(moved, async (data, before) => {
    expect((await update(data, '--yes')).code).toBe(0);
    expect(await changed(data, before)).toEqual(written);
  });
});

const page = '<!doctype html><title>Sign in</title>';

const refused: [string, RequestListener, string, Patience?][] = [
  ['is silent', silent, 'silent for 0.3 s', { patience: 0.3, retries: [0.01] }],
  ['is cut off each time', cutOff, 'terminated', { retries: [0.01, 0.01] }],
  ['fails each time', failing, 'status 500', { retries: [0.01] }],
  ['is gone', (_, r) => void r.writeHead(404, csv).end(release), 'status 404'],
  [
    'is a page',
    (_, r) => void r.writeHead(200, { 'Content-Type': 'text/html' }).end(page),
    'served as text/html',
  ],
  [
    'is a page said to be a table',
    (_, r) => void r.writeHead(200, csv).end(page),
    `${NAME}.csv: the header is not that of the format "FRED series"`,
  ],
  ['sends in circles', redirect('/release'), 'redirect'],
  ['is too large', whole, 'larger than 0.00001 MB', { largest: 0.000_01, retries: [] }],
  ['is empty', (_, r) => void r.writeHead(200, csv).end(), 'the file is empty'],
  [
    'has a header and nothing else',
    (_, r) => void r.writeHead(200, csv).end('observation_date,EXRTUS\n'),
    'no record of it is for the table exchange-rates: 0 read',
  ],
];

for (const [what, answer, told, patience] of refused)
  test(`a publisher that ${what} leaves every file as it was`, async () => {
    await withPublisher(
      answer,
      async (data, before) => {
        const { code, errors } = await update(data, '--yes');
        expect([code, errors]).toEqual([1, expect.stringContaining(told)]);
        expect(await changed(data, before)).toEqual([]);
      },
      patience,
    );
  });

test('killed while it fetches, it leaves every file as it was, and the next one imports', async () => {
  let stall = true;
  let waiting = () => {};
  const reached = new Promise<void>((resolve) => {
    waiting = resolve;
  });
  const answer: RequestListener = (request, response) => {
    if (!stall) return whole(request, response);
    silent(request, response);
    waiting();
  };
  await withPublisher(answer, async (data, before) => {
    const child = await start('update', data, [NAME, '--yes']);
    const killed = ended(child);
    await reached;
    child.kill('SIGKILL');
    await killed;
    expect(await changed(data, before)).toEqual([]);
    stall = false;
    expect((await update(data, '--yes')).code).toBe(0);
    expect(await changed(data, before)).toEqual(written);
  });
});

test('a name that has no publisher is told the names that have', async () => {
  await withData(async (data) => {
    const { code, errors } = await run('update', data, ['nothing']);
    expect([code, errors]).toEqual([2, expect.stringContaining('fruit-trade')]);
    const help = await run('update', data, ['--help']);
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('npm run update -- NAME')]);
  });
});
