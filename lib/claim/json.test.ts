import { expect, test } from '@playwright/test';
import { dated, hostile, hostileEvidence, realEvidence } from '@/lib/share/work-fixture';
import { claimJson } from './json';

const jsonOf = async (id: string) => {
  const data = claimJson(await dated(), await realEvidence(id));
  return JSON.parse(JSON.stringify(data));
};

test('claimJson(…) has the quote with the words around it, verdict and answer', async () => {
  expect(await jsonOf('call-date')).toMatchObject({
    id: 'call-date',
    revision: 'abc123',
    quote: { exact: "Canada's new Prime Minister Carney called China on June 6.", paragraph: 1 },
    verdict: 'holds-in-part',
    readingsHeld: 1,
    answer: expect.stringContaining('In Beijing the call was on 6 June 2025'),
  });
});

test('claimJson(…) gives dates as dates, with their rows and sources', async () => {
  const [reading] = (await jsonOf('call-date')).readings;
  expect(reading).toMatchObject({ number: 1, result: 'holds', usesFiguresLaterThanArticle: false });
  expect(reading.tests[0]).toMatchObject({
    measured: { value: 0, unit: 'days' },
    limit: { relation: 'equal', low: 0, high: 0, unit: 'days' },
  });
  expect(reading.tests[0].inputs[0]).toMatchObject({
    value: '2025-06-06',
    unit: 'date',
    rows: [{ table: 'leader-call', source_id: 'trade-worldjournal' }],
  });
});

test('claimJson(…) gives the figures of each row with what they are made into', async () => {
  const { readings } = await jsonOf('us-dependence');
  const [share] = readings[0].tests[0].inputs;
  expect(share).toMatchObject({ kind: 'share', unit: '%', rows: [] });
  const [part, whole] = share.parts;
  expect((part.value / whole.value) * 100).toBeCloseTo(share.value, 9);
  const sum = part.rows.reduce(
    (total: number, row: { values: Record<string, number> }) =>
      total + (row.values.value_cad_millions ?? Number.NaN),
    0,
  );
  expect(sum).toBeCloseTo(part.value, 6);
});

test('claimJson(…) gives a ranking as its list', async () => {
  const { readings } = await jsonOf('second-partner');
  const [ranking] = readings[0].tests[0].inputs;
  expect(ranking.rows).toEqual([]);
  expect(ranking.places.find(({ name }: { name: string }) => name === 'China')).toMatchObject({
    place: ranking.value,
    unit: 'CAD million',
  });
});

test('claimJson(…) says which readings use figures from after the article', async () => {
  const catalog = await dated();
  for (const { id } of catalog.claims.claims) {
    const { result } = await realEvidence(id);
    const flags = (await jsonOf(id)).readings.map(
      (reading: { usesFiguresLaterThanArticle: boolean }) => reading.usesFiguresLaterThanArticle,
    );
    expect(flags, id).toEqual(result.readings.map(({ later }) => later));
  }
});

test('claimJson(…) keeps a quote as it is', async () => {
  const text = JSON.stringify(claimJson(await dated(), await hostileEvidence()));
  expect(JSON.parse(text).quote.exact).toBe(hostile);
});
