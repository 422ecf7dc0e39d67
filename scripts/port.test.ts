import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { assertPortFree, freePort, portFrom } from './port.mjs';

test('portFrom(text) reads a port, and 3000 from nothing', () => {
  expect(portFrom('8080')).toBe(8080);
  expect(portFrom(undefined)).toBe(3000);
  expect(portFrom('')).toBe(3000);
});

test('portFrom(text) names a value that is no port', () => {
  for (const text of ['0', '65536', '-1', '80.5', '3000x', 'http']) {
    expect(() => portFrom(text)).toThrow(`PORT: not a port number: "${text}"`);
  }
});

test('assertPortFree(port) accepts a port that freePort() gives', async () => {
  await assertPortFree(await freePort());
});

for (const host of ['127.0.0.1', undefined]) {
  test(`assertPortFree(port) names a port in use on ${host ?? 'all interfaces'}`, async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen({ port, host }, resolve));
    await expect(assertPortFree(port)).rejects.toThrow(`Port ${port} is in use`);
    server.close();
  });
}
