import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { FALLBACKS, STAND_INS, setIn, WEIGHTS, widths } from './fallback-faces';

for (const standIn of STAND_INS)
  for (const weight of WEIGHTS)
    test(`${standIn.name} is as wide as its font at ${weight}`, async () => {
      const texts = await setIn(standIn.family);
      const scale = scaleIn(await readFile(FALLBACKS, 'utf8'), standIn.name, weight);
      const { own, other } = await widths(standIn, weight);
      const off = texts.map((text) => (other(text) * scale) / own(text) - 1);
      const mean = off.reduce((sum, share) => sum + share, 0) / off.length;
      expect(Math.abs(mean), 'run `npm run fonts`').toBeLessThan(0.005);
    });

function scaleIn(css: string, name: string, weight: number): number {
  const faces = css
    .split('@font-face')
    .filter((face) => face.includes(`"${name}"`) && face.includes(`font-weight: ${weight};`));
  expect(faces).toHaveLength(1);
  return Number(/size-adjust: ([\d.]+)%/.exec(faces[0] ?? '')?.[1]) / 100;
}
