import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { cutFont, FONTS, fontPath } from './cut-font';

for (const family of FONTS)
  test(`${fontPath(family)} is what its package gives today`, async () => {
    const kept = await readFile(fontPath(family));
    expect(kept.equals(await cutFont(family)), 'run `npm run fonts`').toBe(true);
  });
