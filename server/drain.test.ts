import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { drainable } from './drain';

let server: Server;
let port = 0;

async function serve(ms: number, idleMs?: number): Promise<() => Promise<boolean>> {
  server = createServer(async (_, response) => {
    await delay(ms);
    response.end('whole');
  });
  const drain = drainable(server, idleMs);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
  return drain;
}

const ask = (agent: Agent): Promise<string> =>
  new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
      response.on('error', () => resolve('broken off'));
    });
    request.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'failed'));
  });

test.afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('a drained server has answered all that was asked, and answers nothing after', async () => {
  const drain = await serve(300);
  const agent = new Agent({ keepAlive: true });
  const asked = Array.from({ length: 50 }, () => ask(agent));
  await delay(100);
  const drained = drain();
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['whole']));
  // Nobody asks again over a connection that is about to be closed.
  expect(Object.keys(agent.freeSockets)).toEqual([]);
  expect(await drained).toBe(true);
  expect(await ask(agent)).toBe('ECONNREFUSED');
});

test('who comes just after the signal is let in, once', async () => {
  const drain = await serve(1);
  const drained = drain();
  await delay(300);
  expect(await ask(new Agent())).toBe('whole');
  const agent = new Agent({ keepAlive: true });
  expect(await ask(agent)).toBe('whole');
  expect(Object.keys(agent.freeSockets)).toEqual([]);
  expect(await drained).toBe(true);
  expect(await ask(agent)).toBe('ECONNREFUSED');
});

test('a request on a connection that seemed idle is answered', async () => {
  const drain = await serve(1);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await ask(agent)).toBe('whole');
  const drained = drain();
  expect(await ask(agent)).toBe('whole');
  expect(await drained).toBe(true);
});

test('idle connections do not hold a server up', async () => {
  const drain = await serve(1, 100);
  const agent = new Agent({ keepAlive: true });
  await Promise.all(Array.from({ length: 5 }, () => ask(agent)));
  expect(await drain()).toBe(true);
});
