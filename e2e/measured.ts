import { expect } from '@playwright/test';
import { type Production, withProduction } from '../scripts/production';

/** A server whose memory and work are those of the one thread that makes the answers. */
export const measured = <T>(work: (server: Production) => Promise<T>): Promise<T> =>
  withProduction(work, undefined, { CLAIMLINE_THREADS: '1' });

export async function asked(url: string): Promise<void> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  await response.arrayBuffer();
  expect(response.status, url).toBe(200);
}
