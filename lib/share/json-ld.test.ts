import { expect, test } from '@playwright/test';
import type { Evidence } from '@/lib/claim/evidence';
import type { Text } from '@/lib/claim/text';
import { claimReviewLd, datasetLd, scriptJson, siteLd } from './json-ld';
import {
  dated,
  hostile,
  hostileEvidence,
  hostileWork,
  realClaimWork,
  realEvidence,
  realTableWork,
} from './work-fixture';

test('scriptJson(data) lets no text end its script element, and reads back the same', async () => {
  const review = claimReviewLd(await hostileEvidence(), await hostileWork());
  const text = scriptJson(review);
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(review)));
  expect(JSON.parse(text).claimReviewed).toBe(hostile);
});

test('claimReviewLd(…) rates by readings held, with the verdict in words', async () => {
  const review = claimReviewLd(await realEvidence('call-date'), await realClaimWork('call-date'));
  expect(review).toMatchObject({
    '@type': 'ClaimReview',
    claimReviewed: "Canada's new Prime Minister Carney called China on June 6.",
    reviewRating: {
      alternateName: 'Holds in part',
      ratingValue: 1,
      worstRating: 0,
      bestRating: 2,
    },
    isBasedOn: ['http://localhost:3000/tables/leader-call'],
  });
});

test('claimReviewLd(…) knows no author and no address of the claim', async () => {
  const review = claimReviewLd(
    await realEvidence('call-date'),
    await realClaimWork('call-date'),
  ) as { itemReviewed: Record<string, Record<string, unknown>> };
  expect(Object.keys(review.itemReviewed)).toEqual(['@type', 'text', 'appearance']);
  expect(review.itemReviewed.appearance).not.toHaveProperty('url');
});

test('claimReviewLd(…) gives no number to a claim that cannot be settled', async () => {
  const shown = await realEvidence('call-date');
  const open: Evidence = { ...shown, result: { ...shown.result, verdict: 'cannot-be-settled' } };
  const { reviewRating } = claimReviewLd(open, await realClaimWork('call-date')) as {
    reviewRating: object;
  };
  expect(reviewRating).not.toHaveProperty('ratingValue');
});

test('datasetLd(work) tells time, measures, files and columns', async () => {
  expect(datasetLd(await realTableWork('canola-seed-exports-monthly'))).toMatchObject({
    '@type': 'Dataset',
    temporalCoverage: '2014-08-01/2025-10-31',
    variableMeasured: [{ alternateName: 'thousand_tonnes', unitText: 'thousand tonnes' }],
    distribution: [{ encodingFormat: 'text/csv' }, { encodingFormat: 'application/zip' }],
    mainEntity: {
      '@type': 'csvw:Table',
      'csvw:tableSchema': { 'csvw:primaryKey': ['period', 'destination', 'elevator'] },
    },
  });
});

test('siteLd(catalog) lists every table', async () => {
  const catalog = await dated();
  const text = JSON.stringify(siteLd(catalog));
  for (const name of catalog.tables.keys()) expect(text).toContain(`/tables/${name}"`);
});

test('claimReviewLd(…) gives who made the claim, and where, as far as that is known', async () => {
  const shown = await realEvidence('call-date');
  const of = (more: Partial<Text>) => {
    const text = { ...shown.result.claim.text, ...more };
    const result = { ...shown.result, claim: { ...shown.result.claim, text } };
    return claimReviewLd({ ...shown, result }, work);
  };
  const work = await realClaimWork('call-date');
  const address = 'https://ministry.example/reply';
  expect(of({ publisher: 'Ministry', day: '2024-09-09', address })).toMatchObject({
    itemReviewed: {
      author: { '@type': 'Thing', name: 'Ministry' },
      appearance: {
        datePublished: '2024-09-09',
        publisher: { '@type': 'Organization', name: 'Ministry' },
        url: address,
      },
    },
  });
  const relay = { name: 'Relay', address: 'https://relay.example/1', note: 'Not checked.' };
  expect(of({ author: 'A. Minister', publisher: 'Ministry', relay })).toMatchObject({
    itemReviewed: { author: { name: 'A. Minister' }, appearance: { url: relay.address } },
  });
});
