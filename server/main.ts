import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  isMainThread,
  type MessagePort,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import { builtScripts } from './built-scripts';
import { drainable } from './drain';
import { faultPage } from './fault';
import { inLine } from './line';
import { type Log, logTo } from './log';
import { type Make, makerOf, type Source } from './made';
import { standardOutput, tellOnStandardError } from './output';
import type { Handler } from './rendered';
import { siteListener, turnOf } from './site';
import { answerOver, startThreads, threadCount } from './threads';
import { refuseUnread } from './unread';

/** The server: `PORT=3000 HOST=0.0.0.0 node server.js`, in the folder that the build made. */

const folder = __dirname;
const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || undefined;

const json = <T>(file: string): T => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;

/** As Next's own server for such a folder does: the configuration is the built one. */
async function nextHandler(): Promise<Handler> {
  const { config } = json<{ config: object }>('.next/required-server-files.json');
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: folder, hostname: 'localhost', port, quiet: true });
  await app.prepare();
  return app.getRequestHandler();
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve());
  });
}

type Built = Omit<Source, 'handler'>;
type Tell = ReturnType<typeof tellOnStandardError>;

/** Short-lived objects of several views: a smaller space would be cleared in the midst of each. */
const YOUNG_MB = 96;

/** What the build left for those that make answers. */
function built(): Built {
  const pages = path.join(folder, '.next/server');
  const page = readFileSync(path.join(pages, 'app/_not-found.html'), 'utf8');
  return { scripts: builtScripts(pages), faultPage: faultPage(page) };
}

/**
 * One that has read all data and drawn a page: the first readers need not wait for that, and React's data of a first
 * page come in another order than those of all others.
 */
async function makerFrom(built: Built): Promise<Make> {
  const make = makerOf({ ...built, handler: await nextHandler() });
  await make({ address: '/chart?q=a', path: '/chart' });
  return make;
}

async function makerIn(threads: number, log: Log, tell: Tell): Promise<Make> {
  const line = inLine(turnOf);
  const workerData = built();
  const start = () => {
    const worker = new Worker(__filename, {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      stdout: true,
      stderr: true,
    });
    // Node's own way ends with the first fault: all that a thread says from then on would be kept.
    for (const stream of [worker.stdout, worker.stderr]) stream.on('data', tell);
    return worker;
  };
  if (threads === 1) line.join(await makerFrom(workerData));
  else await startThreads({ line, count: threads, start, onFault: log.error });
  return line.make;
}

/** One of the threads that `makerIn` starts. */
async function answer(port: MessagePort, built: Built): Promise<void> {
  answerOver(port, await makerFrom(built));
}

async function serve(): Promise<void> {
  // Else V8 drops what it has compiled of a server that nobody asks for ten seconds: the next readers wait a second each.
  setFlagsFromString('--no-flush-bytecode');
  process.chdir(folder);
  // Standard output is the log; what Next has to say goes beside it.
  const tell = tellOnStandardError();
  const log = logTo(standardOutput(), process.env.CLAIMLINE_LOG !== 'off');
  const threads = threadCount();
  const make = await makerIn(threads, log, tell);
  const server = createServer(
    {
      // Longer than what load balancers keep a connection for: it is theirs to close.
      keepAliveTimeout: 65_000,
      headersTimeout: 20_000,
      requestTimeout: 30_000,
      // Node's own refusal has none of the headers of an answer (`askedBy` refuses).
      requireHostHeader: false,
    },
    siteListener({ make, threads, log }),
  );
  server.on('clientError', refuseUnread);
  // Nor has Node's answer to what it cannot meet; a server may pass over that.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  const drain = drainable(server);
  await listening(server);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, async () => {
      const whole = await drain();
      log.flush();
      process.exit(whole ? 0 : 1);
    });
}

const running = isMainThread || !parentPort ? serve() : answer(parentPort, workerData);
running.catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
