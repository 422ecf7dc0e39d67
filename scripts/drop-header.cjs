const { ServerResponse } = require('node:http');

/** Loaded before the server by `npm run bench:policy`: every answer leaves without the header that is named last. */

const { writeHead } = ServerResponse.prototype;
const dropped = process.argv.at(-1);

ServerResponse.prototype.writeHead = function (status, headers = {}) {
  const { [dropped]: _, ...rest } = headers;
  return writeHead.call(this, status, rest);
};
