import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Answer } from './answer';

/** Next's request handler, or anything that answers as one does. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Rest = unknown[];

const called = (rest: Rest) => {
  const callback = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
  if (callback) process.nextTick(callback);
};

const bytes = (chunk: unknown, rest: Rest): Buffer =>
  typeof chunk === 'string'
    ? Buffer.from(chunk, typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : 'utf8')
    : Buffer.from(chunk as Uint8Array);

/** A response that keeps what is written to it. */
class Collected extends ServerResponse {
  readonly chunks: Buffer[] = [];

  // Headers that are given only here Node would put on the wire and nowhere else.
  override writeHead(status: number, ...given: Rest): this {
    const headers = given.find((one) => typeof one === 'object') ?? {};
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    return super.writeHead(status);
  }

  override write(chunk: unknown, ...rest: Rest): boolean {
    this.chunks.push(bytes(chunk, rest));
    called(rest);
    return true;
  }

  override end(...given: Rest): this {
    const [chunk, ...rest] = given;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function')
      this.chunks.push(bytes(chunk, rest));
    // Without a socket Node sets its marks (finished, headersSent) and sends nothing.
    super.end();
    called(given);
    process.nextTick(() => {
      this.emit('finish');
      this.emit('close');
    });
    return this;
  }

  answer(): Answer {
    const headers = Object.entries(this.getHeaders()).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]);
    return {
      status: this.statusCode,
      headers: Object.fromEntries(headers),
      body: Buffer.concat(this.chunks),
    };
  }
}

function requestFor(address: string, headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  // One host for all: no answer depends on the name by which a reader found the server.
  Object.assign(request, {
    method: 'GET',
    url: address,
    headers: { host: 'localhost', ...headers },
  });
  request.push(null);
  return request;
}

/**
 * The whole answer of a handler to an address. It is asked apart from any reader's connection: one who leaves does
 * not break off what others wait for.
 */
export function rendered(
  handler: Handler,
  address: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const request = requestFor(address, headers);
  const response = new Collected(request);
  return new Promise((resolve, reject) => {
    response.on('finish', () => resolve(response.answer()));
    handler(request, response).catch(reject);
  });
}
