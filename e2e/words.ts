import type { Page } from '@playwright/test';

/**
 * Faults of the words in all drawings that show: one over another, outside its drawing, too small to read.
 * A line's box is cut to its ink: of Inter's 1.21 em, capitals and descenders take 0.95.
 */
export const wordFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('svg.chart-svg')) {
      if (!svg.checkVisibility()) continue;
      const name = `${svg.getAttribute('aria-labelledby')} ${svg.getAttribute('class')}`;
      const frame = svg.getBoundingClientRect();
      const scale = svg.getScreenCTM()?.a ?? 0;
      const lines = [...svg.querySelectorAll('text')].flatMap((text) => {
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        if (size < 11.5) faults.push(`${name}: ${size.toFixed(1)} px: ${text.textContent}`);
        const parts = [...text.querySelectorAll('tspan')];
        return parts.length > 0 ? parts : [text];
      });
      const boxes = lines.map((line) => {
        const { left, right, top, height } = line.getBoundingClientRect();
        const words = line.textContent ?? '';
        return { left, right, top: top + 0.18 * height, bottom: top + 0.96 * height, words };
      });
      for (const [index, a] of boxes.entries()) {
        const out =
          a.left < frame.left - 0.5 ||
          a.right > frame.right + 0.5 ||
          a.top < frame.top - 0.5 ||
          a.bottom > frame.bottom + 0.5;
        if (out) faults.push(`${name}: leaves the drawing: ${a.words}`);
        for (const b of boxes.slice(index + 1))
          if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            faults.push(`${name}: overlap: ${a.words} | ${b.words}`);
      }
    }
    return faults;
  });
