import { expect, test } from '@playwright/test';
import { NOTHING } from '@/lib/view/chosen';
import { sharedMetadata } from './shared-metadata';

const page = {
  title: 'A title',
  description: 'What it is.',
  path: '/chart',
  picture: '/chart.png',
};

test('sharedMetadata(page) shows the picture that is made for links, by its size, and says what it is', () => {
  const { openGraph, twitter } = sharedMetadata(page);
  const url = 'http://localhost:3000/chart.png?size=social';
  const picture = { url, width: 1200, height: 628, alt: 'A title' };
  expect(openGraph?.images).toEqual([{ ...picture, type: 'image/png' }]);
  expect(twitter).toMatchObject({ card: 'summary_large_image', images: [picture] });
});

test('sharedMetadata(page, chosen) shows and leads to the very view, without a search', () => {
  const chosen = { ...NOTHING, view: { units: 'pch' as const }, words: 'canola', page: 2 };
  const { openGraph } = sharedMetadata(page, chosen);
  expect(openGraph?.url).toBe('http://localhost:3000/chart?units=pch');
  expect(openGraph?.images).toMatchObject([
    { url: 'http://localhost:3000/chart.png?units=pch&size=social' },
  ]);
});
