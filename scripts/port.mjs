import { get } from 'node:http';
import { createServer } from 'node:net';

/** The port asked for in `PORT`, or 3000. */
export function portFrom(text) {
  if (text === undefined || text === '') return 3000;
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65535) return port;
  throw new Error(`PORT: not a port number: "${text}"`);
}

/** Rejects, with the reason in one line, when nothing can be served on the port. */
export async function assertPortFree(port) {
  // On macOS the address for all interfaces can be taken while another program holds localhost.
  for (const host of [undefined, '127.0.0.1']) {
    await listen(port, host).catch((error) => {
      throw new Error(reason(port, error));
    });
  }
}

export const freePort = () => listen(0, '127.0.0.1');

/** Whether a server answers a request, with whatever status. */
export function answers(url) {
  return new Promise((resolve) => {
    const request = get(url, { agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('error', () => resolve(false));
  });
}

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

function reason(port, { code, message }) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES') return `Port ${port} is not open to this user. Choose one above 1023.`;
  return `Port ${port}: ${message}`;
}
