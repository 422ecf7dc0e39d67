import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { builtScripts } from './built-scripts';
import { drainable } from './drain';
import { faultPage } from './fault';
import { logTo } from './log';
import type { Handler } from './rendered';
import { siteListener } from './site';
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

async function main(): Promise<void> {
  process.chdir(folder);
  // Standard output is the log; what Next has to say goes beside it.
  console.log = console.error;
  const log = logTo((lines) => process.stdout.write(lines), process.env.CLAIMLINE_LOG !== 'off');
  const scripts = builtScripts(path.join(folder, '.next/server'));
  const page = readFileSync(path.join(folder, '.next/server/app/_not-found.html'), 'utf8');
  const server = createServer(
    // Longer than what load balancers keep a connection for: it is theirs to close.
    { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 30_000 },
    siteListener({ handler: await nextHandler(), scripts, faultPage: faultPage(page), log }),
  );
  server.on('clientError', refuseUnread);
  const drain = drainable(server);
  await listening(server);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, async () => {
      const whole = await drain();
      log.flush();
      process.exit(whole ? 0 : 1);
    });
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
