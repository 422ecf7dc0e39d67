import { expect, test } from '@playwright/test';
import { didYouMean } from './nearest';

const tables = ['canola-prices', 'canola-exports', 'ev-prices', 'ev-share', 'events', 'sources'];

test('didYouMean names the nearest of the known names, whatever their case', () => {
  expect(didYouMean('canola-price', tables)).toBe('; did you mean "canola-prices"?');
  expect(didYouMean('EVENT', tables)).toBe('; did you mean "events"?');
  expect(didYouMean('ev-shaer', tables)).toBe('; did you mean "ev-share"?');
});

test('didYouMean lists few names where none is near, and is silent where they are many', () => {
  expect(didYouMean('mirror', ['a', 'b'])).toBe('; known: "a", "b"');
  expect(didYouMean('mirror', [...tables, 'x', 'y', 'z'])).toBe('');
  expect(didYouMean('mirror', [])).toBe('');
});
