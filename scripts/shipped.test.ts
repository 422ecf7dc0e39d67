import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { isAccepted, type Lockfile, refusals, shippedPackages } from './shipped';

const lockfile: Lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('every package that ships has a licence that we accept', () => {
  const shipped = shippedPackages(lockfile);
  expect(refusals(shipped)).toEqual([]);
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = shipped.map(({ name }) => name);
  expect(Object.keys(dependencies).filter((name) => !names.includes(name))).toEqual([]);
});

test('refusals(packages) names a licence that is unknown, and one that is missing', () => {
  const packages = {
    '': {},
    'node_modules/good': { version: '1.0.0' },
    'node_modules/good/node_modules/@a/closed': { version: '2.0.0' },
    'node_modules/silent': { version: '3.0.0' },
    'node_modules/compiler': { version: '4.0.0', dev: true },
  };
  const licences: Record<string, string> = {
    'node_modules/good': 'MIT',
    'node_modules/good/node_modules/@a/closed': 'SEE LICENSE IN LICENSE',
    'node_modules/compiler': 'GPL-3.0-only',
  };
  expect(refusals(shippedPackages({ packages }, (folder) => licences[folder] ?? ''))).toEqual([
    '@a/closed 2.0.0: SEE LICENSE IN LICENSE is not among the accepted licences',
    'silent 3.0.0: names no licence',
  ]);
});

test('isAccepted(licence) takes one of a choice and all of a sum', () => {
  for (const licence of ['ISC', '(MIT OR GPL-3.0-only)', 'MIT AND ISC AND BSD-3-Clause'])
    expect(isAccepted(licence), licence).toBe(true);
  for (const licence of ['', 'UNLICENSED', 'MIT AND GPL-3.0-only', 'MIT OR (ISC AND X)', 'mit'])
    expect(isAccepted(licence), licence).toBe(false);
});
