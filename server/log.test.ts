import { expect, test } from '@playwright/test';
import { viewParsers } from '@/lib/view/view';
import { isChoice, logTo, told } from './log';
import type { Write } from './output';

test('told(address) has every choice of a view and no other word of a reader', () => {
  expect(told('/chart?time=2015..2024&q=my+secret&email=a@b.c&r2=15')).toEqual({
    path: '/chart',
    query: { time: '2015..2024', r2: '15' },
  });
  expect(told('/oembed?url=https://example.org/?token=x&format=json')).toEqual({
    path: '/oembed',
    query: { format: 'json' },
  });
  expect(told('/tables')).toEqual({ path: '/tables' });
  expect(Object.keys(viewParsers).filter((name) => !isChoice(name))).toEqual([]);
});

test('told(address) stays short', () => {
  const line = JSON.stringify(told(`/${'a'.repeat(5000)}?series=${'b'.repeat(5000)}&__proto__=1`));
  expect(line.length).toBeLessThan(600);
});

test('lines that cannot be written are dropped, and the next that can be tell how many', () => {
  const written: string[] = [];
  let fault: Error | null = null;
  const write: Write = (text, done) => {
    if (!fault) written.push(text);
    done(fault);
  };
  const log = logTo(write);
  const say = (...lines: object[]) => {
    for (const line of lines) log.say(line);
    log.flush();
  };
  say({ n: 1 });
  fault = new Error('ENOSPC');
  say({ n: 2 }, { n: 3 });
  say({ n: 4 });
  fault = null;
  say({ n: 5 });
  say({ n: 6 });
  const lines = written.join('').split('\n').filter(Boolean);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { n: 1 },
    { dropped: 3 },
    { n: 5 },
    { n: 6 },
  ]);
});

test('a fault that is heard of late counts all lines that it took', () => {
  const heard: ((fault?: Error) => void)[] = [];
  const texts: string[] = [];
  const log = logTo((text, done) => {
    texts.push(text);
    heard.push(done);
  });
  for (const n of [1, 2, 3]) {
    log.say({ n });
    if (n === 3) for (const done of heard) done(new Error('EPIPE'));
    log.flush();
  }
  expect(texts.at(-1)).toContain('"dropped":2');
  heard.at(-1)?.(new Error('EPIPE'));
  log.say({ n: 4 });
  log.flush();
  expect(texts.at(-1)).toContain('"dropped":3');
});
