import { closeSync, existsSync, openSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Site, startSite } from './site-process';

/** What nobody reads, or no disk has room for, does not end the server. */

const addresses = ['/', '/chart', '/claims/share-stolen', '/no-such-page', '/tables', '/health'];

async function expectServed(site: Site): Promise<void> {
  for (const round of [1, 2])
    for (const address of addresses) {
      const { status } = await fetch(site.base + address);
      expect(status, `${round}: ${address}`).toBe(address === '/no-such-page' ? 404 : 200);
    }
  expect(site.process.exitCode).toBeNull();
  expect(await site.end()).toBe(0);
}

for (const CLAIMLINE_THREADS of ['1', '2']) {
  test(`its log and its faults may have no reader, threads ${CLAIMLINE_THREADS}`, async () => {
    const site = await startSite({ env: { CLAIMLINE_THREADS } });
    site.process.stdout?.destroy();
    site.process.stderr?.destroy();
    await expectServed(site);
  });

  test(`its log and its faults may find no room, threads ${CLAIMLINE_THREADS}`, async () => {
    test.skip(!existsSync('/dev/full'), 'a system without a full device');
    const full = openSync('/dev/full', 'w');
    const site = await startSite({ env: { CLAIMLINE_THREADS }, output: full });
    closeSync(full);
    await expectServed(site);
  });
}
