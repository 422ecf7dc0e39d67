import { setImmediate as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Asked } from './asked';
import { inLine, LATE } from './line';
import type { Make } from './made';

const about = (path: string): Asked => ({ address: path, path });
const answer = (text: string) => ({ status: 200, headers: {}, body: Buffer.from(text) });
const turnOf = ({ path }: Asked) => {
  if (path.startsWith('/file')) return 0;
  return path.startsWith('/picture') ? 2 : 1;
};

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
  const line = inLine(turnOf);
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

test('a file comes before a page, and a picture after', async () => {
  const line = inLine(turnOf);
  const only = maker();
  line.join(only.make);
  for (const path of ['/1', '/picture', '/2', '/file', '/file2']) void line.make(about(path));
  for (let index = 0; index < 4; index += 1) await only.finish();
  expect(only.asked).toEqual(['/1', '/file', '/file2', '/2', '/picture']);
});

test('who has waited for too long is told so, whoever is before them', async () => {
  let now = 0;
  const line = inLine(turnOf, () => now);
  const only = maker();
  line.join(only.make);
  void line.make(about('/1'));
  const late = Promise.allSettled(['/2', '/3', '/picture'].map((path) => line.make(about(path))));
  now = 4000;
  void line.make(about('/4'));
  now = 5001;
  await only.finish();
  const told = { status: 'rejected', reason: LATE };
  expect(await late).toEqual([told, told, told]);
  expect(only.asked).toEqual(['/1', '/4']);
});

test('an answer that fails is a fault of its own, and holds up nobody', async () => {
  const line = inLine(turnOf);
  line.join(async ({ path }) => {
    if (path === '/broken') throw new Error('broken');
    return answer(path);
  });
  const [broken, well] = [line.make(about('/broken')), line.make(about('/well'))];
  await expect(broken).rejects.toThrow('broken');
  expect(String((await well).body)).toBe('/well');
});

test('who waits when one leaves is answered by another, or told when none is left', async () => {
  const line = inLine(turnOf);
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
