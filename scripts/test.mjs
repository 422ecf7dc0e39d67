import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowser } from './browser.mjs';
import { build, checkData } from './build.mjs';
import { forwardSignals, npm, playwright, run } from './command.mjs';
import { assertNode, installPackages } from './install.mjs';
import { freePort } from './port.mjs';
import { sentence, sum, tally } from './results.mjs';
import { StepFailed, steps } from './step.mjs';

const step = steps(10);
const figures = mkdtempSync(join(tmpdir(), 'claimline-figures-'));
const tallies = [];
const failedSteps = [];

async function main() {
  assertNode();
  forwardSignals();
  process.env.FIGURES_FOLDER = figures;
  await step('Installing packages', installPackages);
  await step('Finding a browser', async () => {
    process.env.CHROMIUM_PATH = await provideBrowser();
    return process.env.CHROMIUM_PATH;
  });
  await step('Checking data', checkData);

  await goOn(step('Checking types', () => runScript('types')));
  await goOn(step('Checking style', () => runScript('lint')));
  await goOn(step('Unit tests', () => runTests('unit'), { streams: true }));
  await step('Building', build);
  await goOn(step('Browser tests', () => runTests('browser'), { streams: true }));
  await goOn(step('Speeds in a browser', () => runTests('timed'), { streams: true }));
  await goOn(step('Sizes and times', () => runScript('sizes', true), { streams: true }));
  await record();
}

/** Keeps the figures for `/quality`; a folder that cannot be written to fails no test. */
async function record() {
  const { passed, failed, retried } = sum(tallies);
  const counts = { 'tests-passed': passed, 'tests-retried': retried, 'tests-failed': failed };
  const counted = Object.entries(counts).map(([measure, value]) => ({
    measure,
    value,
    held: true,
  }));
  writeFileSync(join(figures, 'tests.json'), JSON.stringify({ figures: counted }));
  await run(npm('exec', '--', 'tsx', 'scripts/record-tests.ts')).then(
    () => console.log('quality/tests.json has these figures: commit it to publish them.'),
    ({ message, output }) => console.log(`quality/tests.json: not written. ${message}\n${output}`),
  );
}

// The steps after this one can run without it; one run then tells all that is wrong.
async function goOn(attempt) {
  await attempt.catch((error) => {
    if (!(error instanceof StepFailed)) throw error;
    failedSteps.push(error.message);
  });
}

async function runScript(name, show = false) {
  await run(npm('run', '--silent', name), { show });
}

async function runTests(project) {
  const folder = mkdtempSync(join(tmpdir(), 'claimline-'));
  const RESULTS_FILE = join(folder, 'results.json');
  try {
    const env = { RESULTS_FILE, TEST_PORT: String(await freePort()), TZ: 'America/Regina' };
    const command = playwright('test', `--project=${project}`);
    const failure = await run(command, { env, show: true }).catch((error) => error);
    if (!existsSync(RESULTS_FILE)) throw failure;
    const counts = tally(JSON.parse(readFileSync(RESULTS_FILE, 'utf8')));
    tallies.push(counts);
    if (failure instanceof Error) throw new Error(sentence(counts));
    return sentence(counts);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main()
  .catch((error) => {
    if (!(error instanceof StepFailed)) console.error(error.message);
    failedSteps.push(error.message);
  })
  .then(() => {
    rmSync(figures, { recursive: true });
    if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
    process.exitCode = failedSteps.length > 0 ? 1 : 0;
    const { passed, failed } = sum(tallies);
    console.log(`\n${sentence({ passed, failed })}`);
  });
