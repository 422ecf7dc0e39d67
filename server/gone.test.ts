import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { logTo } from './log';
import { siteListener } from './site';
import { refuseUnread } from './unread';

/** Readers who leave before they have their answer. */

let server: Server;
let lines: string[] = [];
let asked: string[] = [];
let release = () => {};

test.beforeEach(async () => {
  [lines, asked] = [[], []];
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const make = async ({ path }: { path: string }) => {
    asked.push(path);
    if (path === '/held') await held;
    return { status: 200, headers: { 'content-type': 'image/png' }, body: Buffer.alloc(8_000_000) };
  };
  const log = logTo((text) => void lines.push(...text.trim().split('\n')));
  server = createServer(siteListener({ make, threads: 1, log }));
  server.on('clientError', refuseUnread);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

test.afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function reader(sent: string): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(sent);
  return socket;
}

const asking = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

async function expectServed(): Promise<void> {
  const socket = await reader(asking('/next'));
  expect(String((await once(socket, 'data'))[0])).toContain('200 OK');
  socket.destroy();
}

test('one who leaves before, within or instead of an answer ends nothing', async () => {
  const early = await reader(asking('/held'));
  await expect.poll(() => asked).toEqual(['/held']);
  early.resetAndDestroy();
  release();
  const within = await reader(asking('/large').repeat(3));
  await once(within, 'data');
  within.resetAndDestroy();
  const unread = await reader('no request\r\n\r\n');
  unread.resetAndDestroy();
  await expectServed();
  expect(lines.filter((line) => line.includes('"error"'))).toEqual([]);
});
