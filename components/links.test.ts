import { expect, test } from '@playwright/test';
import { claimOf, text } from '@/lib/claim/fixture';
import { quoteHref } from './links';

const hrefOf = (quote: string, more: Partial<typeof text>) =>
  quoteHref(claimOf([], { quote, text: { ...text, ...more } }));

const address = 'https://ministry.example/reply';

test('quoteHref(claim) leads to the quote in the original, every sign of it escaped', () => {
  expect(hrefOf('anti-dumping, "3.8B" & more', { address })).toBe(
    `${address}#:~:text=anti%2Ddumping%2C%20%223.8B%22%20%26%20more`,
  );
  expect(hrefOf('it fell', { address: `${address}#part-2` })).toBe(
    `${address}#part-2:~:text=it%20fell`,
  );
});

test('quoteHref(claim) leads to the relay where the original has no address, and else nowhere', () => {
  const relay = { name: 'Relay', address: 'https://relay.example/1', note: 'Not checked.' };
  expect(hrefOf('it fell', { relay })).toBe('https://relay.example/1#:~:text=it%20fell');
  expect(hrefOf('it fell', { relay, address })).toBe(`${address}#:~:text=it%20fell`);
  expect(hrefOf('it fell', {})).toBeUndefined();
});
