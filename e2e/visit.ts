import type { Locator, Page } from '@playwright/test';

/** What a page must not do, collected while it is open. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  let host: string | undefined;
  page.on('console', (message) => {
    // The browser itself reports a page of status 404 as an error; the status is tested elsewhere.
    const ofThePage = message.location().url === page.url();
    if (message.type() === 'error' && !(ofThePage && message.text().includes('404')))
      faults.push(`console: ${message.text()}`);
    else if (/hydrat|did not match/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    host ??= asked;
    if (protocol.startsWith('http') && asked !== host) faults.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    const request = response.request();
    if (response.status() >= 400 && !request.isNavigationRequest())
      faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/** Also what the page's policy keeps from it, of which not every case is told on the console. */
export async function policyFaultsOf(page: Page): Promise<string[]> {
  const faults = faultsOf(page);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return faults;
}

/** To the page all its charts are far: none comes alive. */
export async function comeNearNothing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    } as unknown as typeof IntersectionObserver;
  });
}

/** Waits until React has taken over the markup: only then can it have complained of it. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.site-name, #main')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactFiber')),
    ),
  );
}

/** Waits until words have their measure: no font still to come. */
export async function fontsLoaded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

export async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** What a reader comes to read, and nothing hidden. What is still too far to be laid out has no inner text. */
export async function shownText(locator: Locator): Promise<string> {
  await locator.evaluate(() => {
    const near = new CSSStyleSheet();
    near.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(near);
  });
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, not what is hidden
  return locator.innerText();
}
