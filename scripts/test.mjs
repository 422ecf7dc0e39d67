import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowser } from './browser.mjs';
import { build, checkData } from './build.mjs';
import { CommandFailed, forwardSignals, npm, playwright, run } from './command.mjs';
import { assertNode, installPackages } from './install.mjs';
import { freePort } from './port.mjs';
import { sentence, skipped, sum, tally } from './results.mjs';
import { StepFailed, steps } from './step.mjs';

/** `npm test`; with `--all` every page at every width and scheme, and the measurements. */
const all = process.argv.includes('--all');

const step = steps(all ? 12 : 11);
const figures = mkdtempSync(join(tmpdir(), 'claimline-figures-'));
const reports = [];
const failedSteps = [];
let pages = { full: [], left: [] };

async function main() {
  assertNode();
  forwardSignals();
  Object.assign(process.env, { FIGURES_FOLDER: figures, ...(all && { TEST_ALL: '1' }) });
  await step('Installing packages', installPackages);
  await together(
    step('Finding a browser', findBrowser, { beside: true }),
    step('Checking data', checkData, { beside: true }),
    goOn(step('Checking types', () => runScript('types'), { beside: true })),
    goOn(step('Checking style', () => runScript('lint'), { beside: true })),
  );
  await together(
    step('Building', build, { beside: true }),
    goOn(step('Unit tests', () => runTests('unit'), { streams: true })),
  );
  await step('Comparing pages', comparePages);
  await goOn(step('Browser tests', () => runTests('browser'), { streams: true }));
  if (all) await goOn(step('Speeds in a browser', () => runTests('timed'), { streams: true }));
  await goOn(step('Sizes', () => runScript('sizes', true), { streams: true }));
  await goOn(step('Keeping the figures', keepFigures));
}

async function findBrowser() {
  const browser = await provideBrowser();
  if (browser) process.env.CHROMIUM_PATH = browser;
  return browser ?? 'the headless shell of Playwright';
}

/** Waits for all before it fails, so that no step goes on behind a report. */
async function together(...attempts) {
  const failed = (await Promise.allSettled(attempts)).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
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

/** Pages whose markup changed since the last full pass are tested at every width and scheme. */
async function comparePages() {
  if (all) return 'all pages in full';
  pages = JSON.parse(await run(npm('run', '--silent', 'changed-pages')));
  process.env.TEST_PAGES = pages.full.join(',');
  return `${pages.full.length + pages.left.length} changed since the last full pass`;
}

async function runTests(project) {
  const folder = mkdtempSync(join(tmpdir(), 'claimline-'));
  const RESULTS_FILE = join(folder, 'results.json');
  try {
    const env = { RESULTS_FILE, TEST_PORT: String(await freePort()), TZ: 'America/Regina' };
    const command = playwright('test', `--project=${project}`);
    const failure = await run(command, { env, show: true }).catch((error) => error);
    if (!existsSync(RESULTS_FILE)) throw failure;
    const report = JSON.parse(readFileSync(RESULTS_FILE, 'utf8'));
    reports.push(report);
    if (failure instanceof Error) throw new CommandFailed(sentence(tally(report)), '');
    return sentence(tally(report));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Keeps what was measured where no build reads it; `npm run publish-quality` takes it to `/quality`. */
async function keepFigures() {
  const { passed, failed, skipped: left } = sum(reports.map(tally));
  const counts = { 'tests-passed': passed, 'tests-skipped': left, 'tests-failed': failed };
  const counted = Object.entries(counts).map(([measure, value]) => ({
    measure,
    value,
    held: true,
  }));
  writeFileSync(join(figures, 'tests.json'), JSON.stringify({ figures: counted }));
  await run(npm('exec', '--', 'tsx', 'scripts/record-tests.ts'));
  // Only a full pass without a failure is one to compare pages with.
  if (all && failedSteps.length === 0)
    await run(npm('run', '--silent', 'changed-pages', '--', '--keep'));
}

function tellWhatIsLeftOut() {
  for (const title of reports.flatMap(skipped)) console.log(`Skipped: ${title}`);
  if (all) return;
  console.log(
    'Left out, as `npm run test:all` has them: speeds in a browser; ' +
      'and widths and colour schemes of which each kind of page has one here.',
  );
  if (pages.full.length > 0) console.log(`Tested in full, as changed: ${pages.full.join(' ')}`);
  if (pages.left.length > 0) console.log(`Changed and not in full: ${pages.left.join(' ')}`);
}

main()
  .catch((error) => {
    if (!(error instanceof StepFailed)) console.error(error.message);
    failedSteps.push(error.message);
  })
  .then(() => {
    rmSync(figures, { recursive: true });
    tellWhatIsLeftOut();
    if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
    process.exitCode = failedSteps.length > 0 ? 1 : 0;
    console.log(`\n${sentence(sum(reports.map(tally)))}`);
  });
