import { expect, test } from '@playwright/test';
import { findBrowser } from './browser.mjs';

const machine = (env: Record<string, string>, ...files: string[]) => ({
  env,
  runs: (file: string) => files.includes(file),
});

test('findBrowser() takes the one that CHROMIUM_PATH names', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };
  expect(findBrowser(machine(env, '/usr/bin/chromium', '/opt/chromium'))).toBe('/opt/chromium');
});

test('findBrowser() says when CHROMIUM_PATH names none, and takes no other', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };
  expect(() => findBrowser(machine(env, '/usr/bin/chromium'))).toThrow(
    'CHROMIUM_PATH: no browser runs at "/opt/chromium"',
  );
});

test('findBrowser() prefers the headless shell, then chromium, wherever on PATH', () => {
  const env = { PATH: '/a:/b' };
  const shell = '/b/chromium-headless-shell';
  expect(findBrowser(machine(env, '/a/chromium', shell))).toBe(shell);
  expect(findBrowser(machine(env, '/a/google-chrome', '/b/chromium'))).toBe('/b/chromium');
});

test('findBrowser() finds none where none runs', () => {
  expect(findBrowser(machine({}))).toBeUndefined();
});
