import type { Page } from '@playwright/test';

/** What stands wrong in a page as it is laid out now. */

/** What stands out to the right of the page, or makes it scroll sideways. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > clientWidth + 0.5 && !element.closest('.scroll *');
    });
    return [
      `the page is ${scrollWidth} px wide`,
      ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });

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

/** Charts of which not just one drawing is seen. */
export const drawingsSeen = (page: Page): Promise<string[]> =>
  page.locator('figure.chart').evaluateAll((figures) =>
    figures.flatMap((figure) => {
      const drawings = [...figure.querySelectorAll('svg.chart-svg')];
      const seen = drawings.filter((svg) => svg.checkVisibility({ visibilityProperty: true }));
      const title = figure.getAttribute('aria-labelledby');
      return seen.length === 1 ? [] : [`${title}: ${seen.length} drawings are seen`];
    }),
  );

/** Boxes whose content nobody laid out yet: a picture of the whole page would have them empty. */
export const putOff = (page: Page): Promise<string[]> =>
  page
    .locator('main *')
    .evaluateAll((all) =>
      all
        .filter(
          (box) =>
            box.checkVisibility({ contentVisibilityAuto: true }) &&
            getComputedStyle(box).contentVisibility === 'auto',
        )
        .map((box) => box.className || box.id || box.localName),
    );

const CONTROLS = '.series-links a, .page-links a, .crumbs a, .filters a, button, select, summary';

/** Controls that a finger would miss: of less than 24 px. */
export const smallControls = (page: Page): Promise<string[]> =>
  page.locator(CONTROLS).evaluateAll((controls) =>
    controls
      .filter((control) => {
        const { width, height } = control.getBoundingClientRect();
        return control.checkVisibility() && Math.min(width, height) < 23.9;
      })
      .map((control) => control.outerHTML.slice(0, 160)),
  );
