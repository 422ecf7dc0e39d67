import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { playwright, run } from './command.mjs';

// The headless shell needs half the CPU of a full browser, which keeps a window for each page.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const DOWNLOAD_SECONDS = 240;
const APT_SECONDS = 600;

/** A Chromium that runs on this machine: the one named by `CHROMIUM_PATH`, or the first found. */
export function findBrowser({ env = process.env, runs = doesRun } = {}) {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM_PATH: no browser runs at "${named}"`);
  }
  return [...onPath(env.PATH ?? ''), MAC].find(runs);
}

/** Finds a Chromium, or installs one. Gives no path for the headless shell that Playwright itself keeps. */
export async function provideBrowser() {
  const tried = [];
  for (const get of [undefined, download, installWithApt]) {
    await get?.().catch((error) => tried.push(error.message));
    const found = findBrowser();
    if (found || (await playwrightHasOne())) return found;
  }
  throw new Error(
    `No Chromium found, and none could be installed (${tried.join('; ')}). ` +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}

async function playwrightHasOne() {
  const { chromium } = await import('@playwright/test');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ args }).catch(() => undefined);
  await browser?.close();
  return browser !== undefined;
}

const download = () =>
  run(playwright('install', '--only-shell', 'chromium'), { seconds: DOWNLOAD_SECONDS });

async function installWithApt() {
  if (process.getuid?.() !== 0) throw new Error('apt-get: not run, needs root');
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, seconds: APT_SECONDS };
  const install = (name) =>
    run(['apt-get', 'install', '-y', '--no-install-recommends', name], options);
  await run(['apt-get', 'update'], options);
  await install('chromium-headless-shell').catch(() => install('chromium'));
}

function onPath(path) {
  const folders = path.split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

// A file can be there and not run: Ubuntu's chromium-browser without snap, a missing library.
function doesRun(file) {
  return existsSync(file) && spawnSync(file, ['--version'], { timeout: 10_000 }).status === 0;
}
