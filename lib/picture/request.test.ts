import { expect, test } from '@playwright/test';
import { parseChosen } from '@/lib/view/chosen';
import { pictureName } from './name';
import { parsePicture } from './request';

test('parsePicture(parameters) has a default for all, and keeps the view', () => {
  expect(parsePicture({})).toEqual({ size: 'wide', chart: 1, density: 1, view: {} });
  expect(
    parsePicture({ size: 'social', chart: '2', density: '2', units: 'pch', scale: 'log' }),
  ).toEqual({ size: 'social', chart: 2, density: 2, view: { units: 'pch', scale: 'log' } });
});

test('parsePicture(parameters) refuses what it cannot read', () => {
  for (const parameters of [
    { size: 'huge' },
    { size: '' },
    { size: ['wide', 'wide'] },
    { size: '__proto__' },
    { chart: '0' },
    { chart: '-1' },
    { chart: '1e3' },
    { chart: '100' },
    { chart: ['1', '2'] },
    { density: '2.5' },
    { density: '400' },
    { density: '' },
  ])
    expect(parsePicture(parameters), JSON.stringify(parameters)).toHaveProperty('refused');
});

const asked = { size: 'wide', chart: 1, density: 1 } as const;

test('pictureName(…) says what is inside and nothing that a disk could take amiss', () => {
  const plain = parseChosen({});
  expect(pictureName(['claim', 'share-stolen'], plain, asked, 'svg')).toBe(
    'claim-share-stolen.svg',
  );
  const view = parseChosen({ time: '2015..2024', units: 'pch', scale: 'log' });
  const social = { size: 'social', chart: 2, density: 2 } as const;
  expect(pictureName(['claim', 'share-stolen'], view, social, 'png')).toBe(
    'claim-share-stolen-chart-2-2015-2024-pch-log-social-2x.png',
  );
  const crop = parseChosen({ time: '2014/25..latest' });
  expect(pictureName(['chart', '"; x=../é'], crop, asked, 'png')).toMatch(/^[a-z0-9-]+\.png$/);
  expect(pictureName(['x'.repeat(500)], plain, asked, 'png').length).toBeLessThan(130);
});
