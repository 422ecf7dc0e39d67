import { defineConfig, type Project } from '@playwright/test';
import fc from 'fast-check';
import { findBrowser } from './scripts/browser.mjs';

// Regina keeps one offset all year and is west of UTC: a local date shows as the day before.
process.env.TZ = 'America/Regina';

// The same cases each time, so that a red test stays red; `FC_SEED=random` tries others.
const seed = process.env.FC_SEED ?? '20250606';
fc.configureGlobal(seed === 'random' ? {} : { seed: Number(seed) });

const port = process.env.TEST_PORT ?? '3210';

// Playwright starts the server before any project; unit tests need neither it nor a browser.
const unitOnly = process.argv.includes('--project=unit');

// Found once: the workers that Playwright starts read this file too, and inherit the answer.
if (!unitOnly && process.env.TEST_WORKER_INDEX === undefined) {
  const browser = findBrowser();
  if (browser) process.env.CHROMIUM_PATH = browser;
}

const asRoot = process.getuid?.() === 0;

const TIMED = ['vitals.spec.ts', 'live-speed.spec.ts', 'view-cost.spec.ts'].map(
  (file) => `**/${file}`,
);

const inBrowser: Project = {
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // What a page is to show it may show late where others work too.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    timezoneId: 'America/Regina',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // With hinting, widths of words differ by a hair between the headless shell and a full browser.
      args: [
        '--disable-background-networking',
        '--font-render-hinting=none',
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
};

export default defineConfig({
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    [process.env.CI ? 'list' : 'line'],
    ...(process.env.RESULTS_FILE
      ? [['json', { outputFile: process.env.RESULTS_FILE }] as const]
      : []),
  ],
  projects: [
    {
      name: 'unit',
      testDir: '.',
      testMatch: ['lib', 'server', 'scripts', 'components'].map(
        (folder) => `${folder}/**/*.test.ts`,
      ),
    },
    { ...inBrowser, name: 'browser', testIgnore: TIMED },
    // Beside other tests these would measure the other tests.
    { ...inBrowser, name: 'timed', testMatch: TIMED, workers: 1 },
  ],
  webServer: unitOnly
    ? undefined
    : {
        command: 'node .next/standalone/server.js',
        port: Number(port),
        env: { PORT: port, CLAIMLINE_LOG: 'off' },
        reuseExistingServer: false,
        stdout: 'ignore',
        stderr: 'pipe',
      },
});
