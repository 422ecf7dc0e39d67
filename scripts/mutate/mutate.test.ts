import { expect, test } from '@playwright/test';
import { assertCompiles, type Fault, withFault } from './fault';
import { testsOf } from './importers';
import { firstLine, redTests } from './seen';

const fault: Fault = { id: 'x', what: '', file: 'lib/x.ts', from: 'a > b', to: 'a >= b' };

test('a fault takes the place of a text that stands once, and is refused for any other', () => {
  expect(withFault('const c = a > b;', fault)).toBe('const c = a >= b;');
  for (const [text, times] of [
    ['const c = a < b;', 0],
    ['a > b; a > b;', 2],
  ] as const)
    expect(() => withFault(text, fault)).toThrow(
      `fault x: stands ${times} times in lib/x.ts, not once: a > b`,
    );
});

test('a fault that does not compile is none', async () => {
  await assertCompiles(fault, 'const c: boolean = 1 >= 0;');
  await expect(assertCompiles(fault, 'const c = >= 0;')).rejects.toThrow();
  const styles = { ...fault, file: 'app/x.css' };
  await assertCompiles(styles, 'p { color: red; }');
  await expect(assertCompiles(styles, 'p { color: red; ')).rejects.toThrow('fault x: ');
});

test('tests of a file import it, or name it as one that they read or bundle', async () => {
  const files = [
    ...['lib/share/oembed.test.ts', 'components/colours.test.ts', 'app/colours.css'],
    ...['components/view-form.test.ts', 'scripts/data.test.ts', 'scripts/data.ts'],
    ...['components/view-form.tsx', 'scripts/command-fixture.ts'],
  ];
  const of = await testsOf(process.cwd(), files);
  expect(of('lib/share/oembed.ts')).toEqual([['lib/share/oembed.test.ts'], []]);
  expect(of('app/colours.css')).toEqual([['components/colours.test.ts'], []]);
  expect(of('components/view-form.tsx')[0]).toEqual(['components/view-form.test.ts']);
  expect(of('lib/catalog.ts')).toEqual([['scripts/data.test.ts'], []]);
  expect(of('lib/view/years.ts')).toEqual([['components/view-form.test.ts'], []]);
  expect(of('server/log.ts')).toEqual([[], []]);
});

test('a red test is told with its reason in one line', () => {
  const message =
    'Error: \u001b[31mexpect(a).toBe(b)\u001b[39m\n\nExpected: 1\nReceived: 2\n\n  at x';
  expect(firstLine(message)).toBe('expect(a).toBe(b)  Expected: 1  Received: 2');
  expect(firstLine('BusyError: another runs\n  at y')).toBe('BusyError: another runs');
  const difference = '- Expected  - 1\n+ Received  + 2\n\n- Array []\n+ Array [\n+   "a",\n+ ]';
  expect(firstLine(`Error: who\n\nexpect(a).toEqual(b)\n\n${difference}`)).toBe('who  +   "a",');
  const spec = (title: string, ok: boolean) => ({
    ...{ title, ok, tests: [{ results: [{ errors: ok ? [] : [{ message }] }] }] },
  });
  const inner = { file: 'a.test.ts', specs: [spec('third', false)] };
  const suites = [
    { file: 'a.test.ts', specs: [spec('first', true), spec('second', false)], suites: [inner] },
  ];
  const stopped = 'Testing stopped early after 8 maximum allowed failures.';
  const red = redTests({
    suites,
    errors: [{ message: 'Error: no such module' }, { message: stopped }],
  });
  expect(red.map(({ test, said }) => `${test}: ${said.slice(0, 14)}`)).toEqual([
    'a.test.ts › second: expect(a).toBe',
    'a.test.ts › third: expect(a).toBe',
    'outside any test: no such module',
  ]);
});
