import { spawnSync } from 'node:child_process';
import given from './audit-exceptions.json';
import { type Exception, judged } from './audit-report';
import { npm } from './command.mjs';

/** Asks the registry whether a package is known to be dangerous, high or critical. */

const exceptions: Exception[] = given;
const SECONDS = 60;

/** Of all packages, and of those alone that readers and servers get. */
const SCOPES = [
  { name: 'all packages', flags: ['--include=dev'] },
  { name: 'packages that ship', flags: ['--omit=dev'] },
];

function audit({ name, flags }: (typeof SCOPES)[number]): void {
  const [file, ...args] = npm('audit', '--json', '--audit-level=high', ...flags);
  const { stdout } = spawnSync(file, args, { encoding: 'utf8', timeout: SECONDS * 1000 });
  const judgement = judged(stdout ?? '', exceptions);
  if (judgement.kind === 'no-answer') {
    console.error(`${name}: not checked, the registry does not answer (${judgement.why})`);
    process.exitCode = 1;
    return;
  }
  const { vulnerable, excepted, unused } = judgement;
  console.log(`${name}: ${vulnerable.length} high or critical, ${excepted.length} excepted`);
  for (const id of unused) console.log(`exception no longer needed here: ${id}`);
  for (const line of vulnerable) console.error(line);
  if (vulnerable.length > 0) process.exitCode = 1;
}

for (const scope of SCOPES) audit(scope);
