import { expect, test } from '@playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Verdict } from '@/lib/claim/verdict';
import { claimIn, frozenCatalog } from '@/lib/data-fixture';
import type { Point } from '@/lib/revision/history';
import { compiled } from './markup-fixture';

const point = (day: string, rule: number, verdict: Verdict, held: number): Point => ({
  ...{ revision: `of-${day}`, created: `${day}T00:00:00Z`, kind: 'import', rule },
  judged: { verdict, held, count: 3, readings: [], answer: '' },
  isRecorded: true,
});

test('VerdictHistory has a line for each state that changed something, the latest first', async () => {
  const { VerdictHistory } = compiled<typeof import('./verdict-history')>(
    'components/verdict-history.tsx',
  );
  const points = [
    point('2026-01-01', 1, 'holds-in-part', 1),
    point('2026-02-01', 2, 'mostly-holds', 2),
    point('2026-03-01', 2, 'mostly-holds', 2),
    { ...point('2026-04-01', 2, 'holds', 3), isRecorded: false },
  ];
  const claim = claimIn(await frozenCatalog(), 'best-buyer');
  const html = renderToStaticMarkup(createElement(VerdictHistory, { claim, points }));
  const [, ...lines] = html.split('<tr>').map((line) => line.replace(/<[^>]+>/g, ' '));
  expect(lines.map((line) => /\d of 3/.exec(line)?.[0] ?? 'head')).toEqual([
    ...['head', '3 of 3', '2 of 3', '1 of 3'],
  ]);
  expect(html).toContain('href="/claims/best-buyer?v=of-2026-02-01"');
  expect(html).not.toContain('v=of-2026-03-01');
  // Links to it would not last.
  expect(html).not.toContain('v=of-2026-04-01');
  expect(html).toContain('another one up to 1 January 2026');
  expect(html).toContain('href="/claims/best-buyer/feed.xml"');
});
