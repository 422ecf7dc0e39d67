import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** Requests as bytes: browsers and libraries mend what an attacker would send. */

export type RawAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string;
  ms: number;
};

/** Packed, any bytes can come about by chance. */
function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}

function parsed(answer: Buffer, ms: number): RawAnswer {
  const end = answer.indexOf('\r\n\r\n');
  const [first = '', ...lines] = answer.subarray(0, end).toString('latin1').split('\r\n');
  const headers: Record<string, string> = Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split(': ');
      return [name.toLowerCase(), value.join(': ')];
    }),
  );
  return {
    status: Number(first.split(' ')[1]),
    headers,
    body: unpacked(answer.subarray(end + 4), headers['content-encoding']).toString('utf8'),
    ms,
  };
}

/** What a server answers to one request, which is sent as it stands. */
export function raw(base: string, request: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(parsed(Buffer.concat(chunks), performance.now() - began)));
  });
}

export const rawGet = (base: string, address: string, headers: string[] = []) =>
  raw(
    base,
    [`GET ${address} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join(
      '\r\n',
    ),
  );
