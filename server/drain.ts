import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate as immediate } from 'node:timers/promises';

/** Who has connected but not been let in yet would be reset; a load balancer needs a moment to hear of the end. */
const OPEN_MS = 500;

/** A request may be on its way over a connection that seems idle. */
const IDLE_MS = 3000;

const LIMIT_MS = 9000;

/**
 * Lets a server end without losing a request: for a moment new readers are let in, then nobody; what was asked is
 * answered, and each connection is closed with its next answer or once nothing more comes. Gives whether all could be
 * answered in time.
 */
export function drainable(server: Server, idleMs = IDLE_MS): () => Promise<boolean> {
  const busy = new Map<Socket, number>();
  const unsent = new Set<ServerResponse>();
  let draining = false;

  server.on('connection', (socket: Socket) => {
    busy.set(socket, 0);
    socket.on('close', () => busy.delete(socket));
  });
  server.prependListener('request', (request, response) => {
    const { socket } = request;
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    if (draining) response.setHeader('Connection', 'close');
    unsent.add(response);
    response.on('close', () => {
      unsent.delete(response);
      if (busy.has(socket)) busy.set(socket, (busy.get(socket) ?? 1) - 1);
    });
  });

  const closeIdle = () => {
    for (const [socket, requests] of busy) if (requests === 0) socket.end();
  };

  return async () => {
    draining = true;
    const began = Date.now();
    for (const response of unsent)
      if (!response.headersSent) response.setHeader('Connection', 'close');
    await delay(OPEN_MS);
    // A server at work may have some at its door: they come in before it is shut.
    await immediate();
    // http.Server's own close would end idle connections in the same moment.
    NetServer.prototype.close.call(server);
    while (busy.size > 0 && Date.now() - began < LIMIT_MS) {
      await delay(20);
      // What has come meanwhile is read first.
      await immediate();
      if (Date.now() - began > OPEN_MS + idleMs) closeIdle();
    }
    return busy.size === 0;
  };
}
