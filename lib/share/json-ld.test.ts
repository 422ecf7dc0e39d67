import { expect, test } from '@playwright/test';
import { claimReviewLd, datasetLd, scriptJson, siteLd } from './json-ld';
import {
  dated,
  frozenClaimWork,
  frozenEvidence,
  frozenTableWork,
  hostile,
  hostileEvidence,
  hostileWork,
} from './work-fixture';

test('scriptJson(data) lets no text end its script element, and reads back the same', async () => {
  const review = claimReviewLd(await hostileEvidence(), await hostileWork());
  const text = scriptJson(review);
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(review)));
  expect(JSON.parse(text).claimReviewed).toBe(hostile);
});

test('claimReviewLd(…) rates by readings held, with the verdict in words', async () => {
  const review = claimReviewLd(
    await frozenEvidence('inspection-date'),
    await frozenClaimWork('inspection-date'),
  );
  expect(review).toMatchObject({
    '@type': 'ClaimReview',
    claimReviewed: 'the blight inspectors of Freedonia arrived on June 1',
    reviewRating: {
      alternateName: 'Holds in part',
      ratingValue: 1,
      worstRating: 0,
      bestRating: 2,
    },
    isBasedOn: ['http://localhost:3000/tables/inspection'],
  });
});

test('claimReviewLd(…) knows no author and no address of the claim', async () => {
  const review = claimReviewLd(
    await frozenEvidence('inspection-date'),
    await frozenClaimWork('inspection-date'),
  ) as { itemReviewed: Record<string, Record<string, unknown>> };
  expect(Object.keys(review.itemReviewed)).toEqual(['@type', 'text', 'appearance']);
  expect(review.itemReviewed.appearance).not.toHaveProperty('url');
});

test('claimReviewLd(…) gives no number to a claim that cannot be settled', async () => {
  const id = 'growers-ruined';
  const review = claimReviewLd(await frozenEvidence(id), await frozenClaimWork(id));
  const { reviewRating } = review as { reviewRating: object };
  expect(reviewRating).toMatchObject({ alternateName: 'Cannot be settled with this data' });
  expect(reviewRating).not.toHaveProperty('ratingValue');
});

test('datasetLd(work) tells time, measures, files and columns', async () => {
  expect(datasetLd(await frozenTableWork('cider-shipments'))).toMatchObject({
    '@type': 'Dataset',
    temporalCoverage: '2022-08-01/2024-08-31',
    variableMeasured: [{ alternateName: 'thousand_litres', unitText: 'thousand litres' }],
    distribution: [{ encodingFormat: 'text/csv' }, { encodingFormat: 'application/zip' }],
    mainEntity: {
      '@type': 'csvw:Table',
      'csvw:tableSchema': { 'csvw:primaryKey': ['period', 'destination', 'cellar'] },
    },
  });
});

test('siteLd(catalog) lists every table', async () => {
  const catalog = await dated();
  const text = JSON.stringify(siteLd(catalog));
  for (const name of catalog.tables.keys()) expect(text).toContain(`/tables/${name}"`);
});
