import { expect, test } from '@playwright/test';
import { dated, frozenEvidence, hostile, hostileEvidence } from '@/lib/share/work-fixture';
import { claimJson } from './json';

const jsonOf = async (id: string) => {
  const data = claimJson(await dated(), await frozenEvidence(id));
  return JSON.parse(JSON.stringify(data));
};

test('claimJson(…) has the quote with the words around it, verdict and answer', async () => {
  expect(await jsonOf('inspection-date')).toMatchObject({
    id: 'inspection-date',
    revision: 'abc123',
    quote: {
      exact: 'the blight inspectors of Freedonia arrived on June 1',
      prefix: 'At the gates of Strelsau ',
      suffix: '. "Ruritania was among t',
      paragraph: 1,
    },
    verdict: 'holds-in-part',
    readingsHeld: 1,
    answer: expect.stringContaining('In Fort Duck the inspection was on 1 June 2024'),
  });
});

test('claimJson(…) gives dates as dates, with their rows and sources', async () => {
  const [reading] = (await jsonOf('inspection-date')).readings;
  expect(reading).toMatchObject({ number: 1, result: 'holds', usesFiguresLaterThanArticle: false });
  expect(reading.tests[0]).toMatchObject({
    measured: { value: 0, unit: 'days' },
    limit: { relation: 'equal', low: 0, high: 0, unit: 'days' },
  });
  expect(reading.tests[0].inputs[0]).toMatchObject({
    value: '2024-06-01',
    unit: 'date',
    rows: [{ table: 'inspection', source_id: 'press-herald' }],
  });
});

test('claimJson(…) gives the figures of each row with what they are made into', async () => {
  const { readings } = await jsonOf('lost-market');
  const [share] = readings[1].tests[0].inputs;
  expect(share).toMatchObject({ kind: 'share', value: 15.5, unit: '%', rows: [] });
  const [part, whole] = share.parts;
  expect([part.value, whole.value]).toEqual([186, 1200]);
  const rows = part.rows.map((row: { values: object }) => row.values);
  expect(rows).toEqual(
    [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].map((value) => ({
      value_rtc_millions: value,
    })),
  );
});

test('claimJson(…) gives a ranking as its list', async () => {
  const { readings } = await jsonOf('early-treaty');
  const [ranking] = readings[0].tests[0].inputs;
  expect([ranking.value, ranking.rows]).toEqual([3, []]);
  expect(ranking.places[2]).toEqual({
    name: 'Ruritania',
    place: 3,
    value: '1922-07-04',
    unit: 'date',
  });
});

test('claimJson(…) says which readings use figures from after the text', async () => {
  const catalog = await dated();
  for (const { id } of catalog.claims.claims) {
    const { result } = await frozenEvidence(id);
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
