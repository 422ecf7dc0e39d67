import { build, checkData } from './build.mjs';
import { forwardSignals } from './command.mjs';
import { assertNode } from './install.mjs';
import { StepFailed, steps } from './step.mjs';

async function main() {
  assertNode();
  forwardSignals();
  const step = steps(2);
  await step('Checking data', checkData);
  await step('Building', build);
}

main().catch((error) => {
  if (!(error instanceof StepFailed)) console.error(error.message);
  process.exitCode = 1;
});
