import { expect, test } from '@playwright/test';
import { findBrowser } from './browser.mjs';

const machine = (env: Record<string, string>, ...files: string[]) => ({
  env,
  runs: (file: string) => files.includes(file),
});

test('findBrowser(own) takes the one that CHROMIUM_PATH names', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };
  expect(findBrowser('/own', machine(env, '/usr/bin/chromium', '/opt/chromium'))).toBe(
    '/opt/chromium',
  );
});

test('findBrowser(own) says when CHROMIUM_PATH names none, and takes no other', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };
  expect(() => findBrowser('/own', machine(env, '/usr/bin/chromium'))).toThrow(
    'CHROMIUM_PATH: no browser runs at "/opt/chromium"',
  );
});

test('findBrowser(own) prefers chromium to chrome, wherever on PATH', () => {
  const env = { PATH: '/a:/b' };
  expect(findBrowser('/own', machine(env, '/a/google-chrome', '/b/chromium'))).toBe('/b/chromium');
});

test("findBrowser(own) falls back to Playwright's own, then to none", () => {
  expect(findBrowser('/own', machine({ PATH: '/a' }, '/own'))).toBe('/own');
  expect(findBrowser('/own', machine({}))).toBeUndefined();
});
