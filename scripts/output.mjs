/**
 * Lets a command whose reader has gone, as of `npm run import -- … | head`, go on to its end in silence: what it does
 * is done whole, whoever looks on. What finds no room on a disk is told of, and fails the command.
 */
for (const stream of [process.stdout, process.stderr]) stream.on('error', heard);

let told = false;

function heard({ code, message }) {
  if (code === 'EPIPE' || told) return;
  told = true;
  console.error(`What this command says could not be written: ${message}`);
  process.on('exit', () => {
    process.exitCode ||= 1;
  });
}
