import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { standalone } from './assemble.mjs';
import { build, checkData } from './build.mjs';
import { CommandFailed, forwardSignals, outputOf, start, stopping } from './command.mjs';
import { assertNode, installPackages } from './install.mjs';
import { answers, assertPortFree, portFrom } from './port.mjs';
import { elapsed, StepFailed, steps } from './step.mjs';

async function main() {
  assertNode();
  forwardSignals();
  const port = portFrom(process.env.PORT);
  await assertPortFree(port);

  const step = steps(4);
  await step('Installing packages', installPackages);
  await step('Checking data', checkData);
  await step('Building', build);
  await step('Starting', () => serve(port));
}

async function serve(port) {
  const began = Date.now();
  const command = [process.execPath, join(standalone, 'server.js')];
  const server = start(command, { env: { NODE_ENV: 'production', PORT: String(port) } });
  const output = outputOf(server.stdout, server.stderr);
  while (!(await answers(`http://localhost:${port}`))) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new CommandFailed('The server ended before it answered', output.text());
    }
    await delay(50);
  }
  output.stop();
  passOn(server);
  return `http://localhost:${port} after ${elapsed(began)}`;
}

function passOn(server) {
  for (const [from, to] of [
    [server.stdout, process.stdout],
    [server.stderr, process.stderr],
  ]) {
    from.pipe(to);
    // A fault ends the pipe: the server would wait for a reader of all that it says from then on.
    to.on('error', () => from.pipe(to));
  }
  // Ctrl-C is how a server is stopped, not a failure of it.
  process.exitCode = 0;
  server.on('exit', (code, signal) => {
    if (stopping()) return;
    console.error(`The server ended: ${signal ?? `exit code ${code}`}`);
    process.exitCode = 1;
  });
}

main().catch((error) => {
  if (!(error instanceof StepFailed)) console.error(error.message);
  process.exitCode = 1;
});
