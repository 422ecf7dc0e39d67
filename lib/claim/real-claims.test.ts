import { expect, test } from '@playwright/test';
import { realCatalog, realResult } from '@/lib/data-fixture';

/**
 * Every claim against figures worked out by hand from the files in `data/tables`. A number is what the first
 * test of the reading measures; null where nothing is measured, 'today' for the day of the data. `h` holds, `f` fails, `u` is unsettled,
 * in capitals without a vote.
 */
type Expected = {
  id: string;
  verdict: string;
  results: string;
  measured: (number | null | 'today')[];
  /** Readings that rest on figures from after June 2025, those left out not being looked at. */
  later?: Record<number, boolean>;
};

const claims: Expected[] = [
  {
    // leader-call: Beijing 2025-06-06, Ottawa 2025-06-05; the article says June 6.
    id: 'call-date',
    verdict: 'holds-in-part',
    results: 'hf',
    measured: [0, 1],
    later: { 1: false, 2: false },
  },
  {
    // diplomatic-relations, west yes: 22 countries, 8 before 1970-10-13, so ninth: 9 ÷ 22.
    // At embassy level 17, without charges d'affaires (2) and ministers (3): fourth, 4 ÷ 17.
    // To the United States, 1979-01-01: 8 × 365 + 2 leap days to 1978-10-13, then 18 + 30 + 31 + 1.
    id: 'early-relations',
    verdict: 'mostly-holds',
    results: 'hfhh',
    measured: [40.909091, 9, 23.529412, 3002],
    later: { 1: false, 4: false },
  },
  {
    // events: 0% from 2019-05-20, 25% from 2025-03-12, 50% from 2025-06-04.
    // aluminium-exports, United States, June to December: 7,590.822 in 2024, 4,844.148 in 2025.
    // Announced 2025-02-10, in effect 2025-03-12: 18 + 12 days. Announced 05-30, in effect 06-04: 5.
    id: 'aluminium-tariff',
    verdict: 'mostly-holds',
    results: 'hHfh',
    measured: [50, -36.184144, 30, 5],
    later: { 1: false, 2: true, 3: false, 4: false },
  },
  {
    // trade-by-partner, customs, 2024, both flows: United States 973,442.7; China 118,923.0; Mexico 56,148.7.
    // Exports 2025: United States 562,698.2; United Kingdom 46,704.8; China 35,034.3; Japan 14,605.3.
    // Balance of payments 2024: EU27 108,542.3; China 91,867.5.
    id: 'second-partner',
    verdict: 'mostly-holds',
    results: 'hhFf',
    measured: [2, 2, 3, 2],
    later: { 1: false, 2: false, 3: true, 4: false },
  },
  {
    // canola-seed-exports-reported, Canola Council: 2.8 billion in 2018, 0.8 in 2019: −2.0 ÷ 2.8.
    // canola-seed-exports-monthly, China: 718.0 + 686.8 + 887.0 in 2024, 114.0 + 0 + 0 in 2025.
    // trade-by-partner, exports to China, customs: 30,003.3 in 2024, 27,693.6 in 2018.
    id: 'paid-real-money',
    verdict: 'holds-in-part',
    results: 'hHFuu',
    measured: [-71.428571, -95.025744, 30003.3, null, null],
    later: { 1: false, 2: true, 3: false, 4: false },
  },
  {
    // canola-seed-exports-monthly, thousand tonnes, China against Japan: 4,016.4 and 2,227.0 in 2014/15, 4,031.9
    // and 2,215.7, 3,991.6 and 2,238.9, 4,454.4 and 2,167.4, 3,200.8 and 2,137.8 in 2018/19; 1,946.6 and 2,193.2
    // in 2019/20; 4,400.3 and 1,410.9 in August 2024 to May 2025.
    // canola-product-exports, all products: the United States first but in 2017/18, 3.65 against 3.79 billion.
    id: 'largest-canola-buyer',
    verdict: 'mostly-holds',
    results: 'hhfF',
    measured: [1, 2, 1, 2],
    later: { 1: false, 2: false, 3: false, 4: false },
  },
  {
    // china-rapeseed-imports, seed: 6.13 of 6.39 million t in 2024, 2.3 of 2.737 in 2019; 92% on average.
    // Not from Canada in 2024: 0.26 of 6.39. Russia, January to August 2025: 50,000 of 2.33 million.
    // Oil: Russia 2% in 2017, 59% in 2025; Canada 94% and 6%.
    id: 'share-stolen',
    verdict: 'does-not-hold-as-worded',
    results: 'fhfFH',
    measured: [95.931142, 84.033613, 4.068858, 2.145923, 57],
    later: { 1: false, 2: false, 3: false, 4: true, 5: true },
  },
  {
    // The rule from 2023-12-19, its repeal announced 2026-02-05; asked of 2025-06-06, day 20,245.
    // zev-standard: 100% in 2035, of which plug-in hybrids may fill 20% from 2028 on.
    // The data are from after the repeal, day 20,489.
    id: 'fuel-ban-2035',
    verdict: 'holds-in-part',
    results: 'hfF',
    measured: [20245, 20, 'today'],
    later: { 1: false, 2: false, 3: true },
  },
  {
    // cheapest-ev-canada, list: Fiat 500e in 2024-02, 39,995. 40,000 ÷ 1.3668 × 7.1804 yuan.
    // ev-prices, list with freight, 2023-12: 42,090, above 42,000.
    id: 'cheapest-ev',
    verdict: 'mostly-holds',
    results: 'hhf',
    measured: [39995, 210137.547556, 42090],
    later: { 1: false, 2: false, 3: false },
  },
  {
    // ev-prices, China, list, 2025-06: 63,800 yuan ÷ 7.1804 × 1.3668. ev-average-prices: USD 24,000 × 1.3699.
    // Australia: 23,990 ÷ 1.5363 × 1.3668. 13,000 × 2.061.
    id: 'chinese-ev-price',
    verdict: 'holds-in-part',
    results: 'hffF',
    measured: [12144.426494, 32877.6, 21343.182972, 26793],
    later: { 1: false, 2: false, 3: true },
  },
  {
    // trade-by-partner, exports, customs: 562,698.2 of 778,004.3 in 2025; 595,938.8 of 780,854.2 in 2024;
    // 287,510.9 of 419,919.4 in January to June 2026: 68.468116 − 76.318831.
    id: 'us-dependence',
    verdict: 'holds-in-part',
    results: 'hf',
    measured: [72.325847, -7.850716],
    later: { 1: true, 2: true },
  },
  {
    // Exports to China: 30,003.3 in 2024, 35,034.3 in 2025. China’s customs: 46.6 and 41.7 billion dollars.
    // Seed as in paid-real-money.
    id: 'lose-china-market',
    verdict: 'does-not-hold-as-worded',
    results: 'fhh',
    measured: [16.768156, -10.515021, -95.025744],
    later: { 1: true, 2: true, 3: true },
  },
];

for (const { id, verdict, results, measured, later = {} } of claims) {
  test(`the claim ${id} is ${verdict}, its readings ${results}`, async () => {
    const result = await realResult(id);
    expect(result.verdict).toBe(verdict);
    const letters = result.readings.map(({ reading, result: one }) =>
      reading.role === 'words' ? one[0] : one[0]?.toUpperCase(),
    );
    expect(letters.join('')).toBe(results);
    expect(result.held).toBe(results.split('h').length - 1);
  });

  test(`the claim ${id} measures what its rows give by hand`, async () => {
    const { readings } = await realResult(id);
    expect(readings).toHaveLength(measured.length);
    readings.forEach((reading, index) => {
      const value = reading.outcomes[0]?.measured?.value ?? null;
      const expected = measured[index] ?? null;
      if (expected === null) expect(value).toBe(null);
      else if (expected === 'today') expect(value).toBeGreaterThan(20489);
      else expect(value, `reading ${index + 1}`).toBeCloseTo(expected, 5);
    });
  });

  test(`the claim ${id} says which readings rest on later figures`, async () => {
    const { readings } = await realResult(id);
    const told = readings.filter(({ number }) => number in later);
    expect(Object.fromEntries(told.map((one) => [one.number, one.later]))).toEqual(later);
  });
}

test('the twelve claims of the article are all there, each once', async () => {
  const catalog = await realCatalog();
  const ids = catalog.claims.claims.map((claim) => claim.id);
  expect([...ids].sort()).toEqual(claims.map((claim) => claim.id).sort());
});
