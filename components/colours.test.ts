import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const css = readFileSync('app/colours.css', 'utf8');

const [light, dark] = css.split('@media (prefers-color-scheme: dark)');

const coloursIn = (text = ''): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, ...pair]) => pair));

/** Of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = '', other = ''): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

for (const [scheme, colours] of Object.entries({ light: coloursIn(light), dark: coloursIn(dark) }))
  test(`each colour of words can be read on the page and on the ground of a chart: ${scheme}`, () => {
    const words = ['ink', 'secondary', 'main', 'other', 'text'];
    const dim = words.flatMap((word) =>
      ['page', 'after'].flatMap((ground) => {
        const found = contrast(colours[word], colours[ground]);
        return found >= 4.5 ? [] : [`${word} on ${ground}: ${found.toFixed(2)}, less than 4.5`];
      }),
    );
    expect(dim).toEqual([]);
  });
