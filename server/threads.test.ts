import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { expect, test } from '@playwright/test';
import { inLine } from './line';
import type { Make } from './made';
import { answerOver, startThreads, threadCount } from './threads';

/** Two ends of a channel stand for a thread and its port: messages are copied as between threads. */

let ports: MessagePort[] = [];
let started: Worker[] = [];
let faults: string[] = [];

function thread(make: Make): Worker {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  answerOver(port2, make);
  const worker = port1 as unknown as Worker;
  started.push(worker);
  return worker;
}

const onFault = ({ message }: Error) => faults.push(message);

/** What a line makes in which such threads stand. */
async function threads(make: Make, count = 2): Promise<Make> {
  const line = inLine(() => 1);
  await startThreads({ line, count, start: () => thread(make), onFault });
  return line.make;
}

const about = (path: string) => ({ address: path, path });
const answer = (text: string) => ({ status: 200, headers: {}, body: Buffer.from(text) });

test.beforeEach(() => {
  [ports, started, faults] = [[], [], []];
});
test.afterEach(() => {
  for (const port of ports) port.close();
});

test('a line answers as its threads do', async () => {
  const make = await threads(async ({ path }) => {
    if (path === '/broken') throw new Error('broken');
    return answer(`of ${path}`);
  });
  const made = await Promise.all(['/a', '/b', '/c'].map((path) => make(about(path))));
  expect(made.map(({ body }) => body.toString())).toEqual(['of /a', 'of /b', 'of /c']);
  await expect(make(about('/broken'))).rejects.toThrow('broken');
});

test('a fault that no message can carry, or an answer, is told in words', async () => {
  const cause = { see: () => 'code' };
  const make = await threads(async ({ path }) => {
    if (path === '/none') return Promise.reject(null);
    if (path === '/fault') throw new Error('with its cause', { cause });
    return { ...answer('odd'), headers: { odd: cause as unknown as string } };
  });
  await expect(make(about('/fault'))).rejects.toThrow('with its cause');
  await expect(make(about('/answer'))).rejects.toThrow('could not be cloned');
  await expect(make(about('/none'))).rejects.toThrow('null');
});

test('an answer that cannot be read is a fault', async () => {
  const make = await threads(() => new Promise(() => {}), 1);
  const lost = make(about('/lost'));
  started[0]?.emit('messageerror', new Error('not read'));
  await expect(lost).rejects.toThrow('not read');
});

test('threads make answers at the same time', async () => {
  let under = 0;
  const make = await threads(() => {
    under += 1;
    return new Promise(() => {});
  }, 3);
  for (let index = 0; index < 5; index += 1) make(about(`/${index}`)).catch(() => {});
  await expect.poll(() => under).toBe(3);
});

test('what a thread was at when it ended is a fault, and another takes its place', async () => {
  let held = true;
  const make = await threads(async () => (held ? new Promise(() => {}) : answer('well')), 1);
  const lost = make(about('/lost'));
  started[0]?.emit('error', new Error('out of memory'));
  started[0]?.emit('exit', 1);
  await expect(lost).rejects.toThrow('out of memory');
  expect(faults).toEqual(['out of memory']);
  held = false;
  await expect.poll(() => make(about('/')).then(String, () => 'none')).not.toBe('none');
  expect(started).toHaveLength(2);
});

test('threads that cannot begin are not begun again', async () => {
  const failing = () => {
    const { port1 } = new MessageChannel();
    ports.push(port1);
    setImmediate(() => (port1 as unknown as Worker).emit('exit', 1));
    return port1 as unknown as Worker;
  };
  const line = inLine(() => 1);
  const never = startThreads({ line, count: 1, start: failing, onFault });
  await expect(never).rejects.toThrow('ended');
  expect(faults).toEqual([]);
});

test('threadCount(told) is a number of threads, and says so when it is none', () => {
  expect(threadCount('3')).toBe(3);
  expect(threadCount('')).toBeGreaterThan(0);
  for (const told of ['0', '-1', '1.5', 'two', 'Infinity'])
    expect(() => threadCount(told)).toThrow(told);
});
