import { expect, test } from '@playwright/test';
import { elapsed, StepFailed, steps } from './step.mjs';

function recorder() {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  return { write, text: () => text };
}

test('step(label, work) prints one numbered line with the time', async () => {
  const { write, text } = recorder();
  const step = steps(2, write);
  await step('Checking data', () => undefined);
  await step('Building', () => undefined);
  expect(text()).toBe('[1/2] Checking data … 0.0 s\n[2/2] Building … 0.0 s\n');
});

test('step(label, work) prints what the work gives back in place of the time', async () => {
  const { write, text } = recorder();
  await steps(1, write)('Building', async () => 'unchanged');
  expect(text()).toBe('[1/1] Building … unchanged\n');
});

test('step(label, work) shows the whole output of a command that failed, and rejects', async () => {
  const { write, text } = recorder();
  const work = () => {
    throw Object.assign(new Error('tsc: exit code 2'), { output: 'line 1\nline 2\n' });
  };
  await expect(steps(1, write)('Checking types', work)).rejects.toThrow(StepFailed);
  expect(text()).toBe(
    '[1/1] Checking types … failed after 0.0 s\n\nline 1\nline 2\n\ntsc: exit code 2\n',
  );
});

test('step(label, work, { streams }) prints its result on a line after the output', async () => {
  const { write, text } = recorder();
  await steps(1, write)('Tests', () => '3 passed, 0 failed', { streams: true });
  expect(text()).toBe('[1/1] Tests …\n[1/1] Tests … 3 passed, 0 failed\n');
});

test('step(label, work, { beside }) prints a whole line once the work is done', async () => {
  const { write, text } = recorder();
  const step = steps(2, write);
  const types = step('Checking types', () => 'no fault', { beside: true });
  await Promise.all([types, step('Checking style', () => 'no fault', { beside: true })]);
  expect(text()).toBe('[1/2] Checking types … no fault\n[2/2] Checking style … no fault\n');
});

test('elapsed(began, now) is in seconds', () => {
  expect(elapsed(1000, 1840)).toBe('0.8 s');
});
