import { expect, test } from '@playwright/test';
import { realCatalog } from '@/lib/data-fixture';
import { hasValues } from '@/lib/view/nothing';
import { chartStarts } from './chart-starts';
import { seriesView } from './series-view';

test('every view to begin with finds its series and draws them together', async () => {
  const catalog = await realCatalog();
  expect(chartStarts.length).toBeGreaterThan(2);
  for (const { title, chosen } of chartStarts) {
    const { all, unknown, made, viewed } = seriesView(catalog, chosen);
    expect({ title, unknown, refusal: made.refusal, ignored: chosen.ignored }).toEqual({
      title,
      unknown: [],
      refusal: null,
      ignored: [],
    });
    expect(all.length, title).toBe(chosen.view.series?.length);
    expect(viewed.every(hasValues), title).toBe(true);
  }
});
