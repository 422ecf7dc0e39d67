import { expect, test } from '@playwright/test';
import { assertNode, missingPackages } from './install.mjs';

const lock = {
  '': { version: '0.1.0' },
  'node_modules/next': { version: '16.4.6', integrity: 'sha512-n' },
  'node_modules/swc-linux': { version: '16.4.6', integrity: 'sha512-l', optional: true },
  'node_modules/swc-mac': { version: '16.4.6', optional: true },
};
const installed = {
  'node_modules/next': { version: '16.4.6', integrity: 'sha512-n' },
  'node_modules/swc-linux': { version: '16.4.6', integrity: 'sha512-l' },
};

test('missingPackages(lock, installed) is empty though packages of other platforms are absent', () => {
  expect(missingPackages(lock, installed)).toEqual([]);
});

test('missingPackages(lock, undefined) is all: nothing is installed', () => {
  expect(missingPackages(lock, undefined)).toHaveLength(3);
});

test('missingPackages(lock, installed) names a package with another version', () => {
  const older = { ...installed, 'node_modules/next': { version: '16.4.5' } };
  expect(missingPackages(lock, older)).toEqual(['node_modules/next']);
});

test('missingPackages(lock, installed) names a package with other content', () => {
  const other = {
    ...installed,
    'node_modules/next': { version: '16.4.6', integrity: 'sha512-x' },
  };
  expect(missingPackages(lock, other)).toEqual(['node_modules/next']);
});

test('missingPackages(lock, installed) names a package that the lockfile no longer has', () => {
  const more = { ...installed, 'node_modules/left-pad': { version: '1.3.0' } };
  expect(missingPackages(lock, more)).toEqual(['node_modules/left-pad']);
});

test('missingPackages(lock, installed, isThere) names a package whose folder was deleted', () => {
  const isThere = (path: string) => path !== 'node_modules/next';
  expect(missingPackages(lock, installed, isThere)).toEqual(['node_modules/next']);
});

test('assertNode(version) accepts 20.9 and newer', () => {
  for (const version of ['20.9.0', '20.20.2', '22.0.0', '100.1.0']) {
    expect(() => assertNode(version)).not.toThrow();
  }
});

test('assertNode(version) names a version that is too old', () => {
  expect(() => assertNode('20.8.1')).toThrow('Node 20.8.1 is too old: install Node 20.9 or newer');
  expect(() => assertNode('18.20.0')).toThrow('Node 18.20.0');
});
