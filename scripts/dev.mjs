import { forwardSignals, next, start, stopping } from './command.mjs';

forwardSignals();
process.exitCode = 0;
start(next('dev', ...process.argv.slice(2)), { show: true }).on('exit', (code) => {
  if (!stopping()) process.exitCode = code ?? 1;
});
