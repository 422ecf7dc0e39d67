import { setImmediate as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Asked } from './asked';
import { inLine } from './line';
import type { Make } from './made';

const about = (path: string): Asked => ({ address: path, path });
const answer = (text: string) => ({ status: 200, headers: {}, body: Buffer.from(text) });
const fileFirst = ({ path }: Asked) => path.startsWith('/file');

/** Notes what it was asked, and is at it until it is let go on. */
function maker() {
  const asked: string[] = [];
  let done = () => {};
  const make: Make = ({ path }) => {
    asked.push(path);
    return new Promise((resolve) => {
      done = () => resolve(answer(path));
    });
  };
  const finish = async () => {
    done();
    await pause();
  };
  return { asked, make, finish };
}

test('each is at one answer at a time, and who asked first is answered first', async () => {
  const line = inLine(fileFirst);
  const [a, b] = [maker(), maker()];
  line.join(a.make);
  line.join(b.make);
  const made = ['/1', '/2', '/3', '/4'].map((path) => line.make(about(path)));
  expect([a.asked, b.asked]).toEqual([['/1'], ['/2']]);
  await b.finish();
  expect([a.asked, b.asked]).toEqual([['/1'], ['/2', '/3']]);
  await a.finish();
  await a.finish();
  await b.finish();
  expect([a.asked, b.asked]).toEqual([
    ['/1', '/4'],
    ['/2', '/3'],
  ]);
  expect((await Promise.all(made)).map(({ body }) => String(body))).toEqual([
    '/1',
    '/2',
    '/3',
    '/4',
  ]);
});

test('who need not wait their turn come next', async () => {
  const line = inLine(fileFirst);
  const only = maker();
  line.join(only.make);
  for (const path of ['/1', '/2', '/3', '/file']) void line.make(about(path));
  await only.finish();
  expect(only.asked).toEqual(['/1', '/file']);
});

test('an answer that fails is a fault of its own, and holds up nobody', async () => {
  const line = inLine(fileFirst);
  line.join(async ({ path }) => {
    if (path === '/broken') throw new Error('broken');
    return answer(path);
  });
  const [broken, well] = [line.make(about('/broken')), line.make(about('/well'))];
  await expect(broken).rejects.toThrow('broken');
  expect(String((await well).body)).toBe('/well');
});

test('who waits when one leaves is answered by another, or told when none is left', async () => {
  const line = inLine(fileFirst);
  const [a, b] = [maker(), maker()];
  line.join(a.make);
  line.join(b.make);
  const [, , waiting] = ['/1', '/2', '/3'].map((path) => line.make(about(path)));
  line.leave(a.make, new Error('ended'));
  await a.finish();
  expect([a.asked, b.asked]).toEqual([['/1'], ['/2']]);
  line.leave(b.make, new Error('ended too'));
  await expect(waiting).rejects.toThrow('ended too');
  await expect(line.make(about('/4'))).rejects.toThrow('nobody is left');
});
