import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { withHeaders } from './headers';
import { filePolicy } from './policy';

type Unread = NodeJS.ErrnoException & { rawPacket?: Buffer };

/** An address alone can be too long, or what stands after its line. */
function statusOf({ code, rawPacket }: Unread): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code !== 'HPE_HEADER_OVERFLOW') return 400;
  return rawPacket?.subarray(0, maxHeaderSize).includes('\r\n') ? 431 : 414;
}

/** The answer to a request that Node could not read: there is nothing to answer it by but the connection. */
export function refuseUnread(error: Unread, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = statusOf(error);
  const empty = { status, headers: {}, body: Buffer.alloc(0) };
  const headers = { ...withHeaders(empty, filePolicy('')).headers, connection: 'close' };
  const lines = Object.entries({ ...headers, 'content-length': 0 }).map((pair) => pair.join(': '));
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n'));
}
