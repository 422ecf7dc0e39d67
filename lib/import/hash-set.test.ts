import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import fc from 'fast-check';
import { HashSet } from './hash-set';

test('HashSet holds what was added since it was cleared, as a Set does', () => {
  const half = fc.constantFrom(0, -1, 1, 64, 2 ** 31 - 1, -(2 ** 31));
  const pair = fc.tuple(fc.oneof(half, fc.integer({ min: 0, max: 300 })), half);
  fc.assert(
    fc.property(fc.array(fc.array(pair, { maxLength: 200 }), { maxLength: 4 }), (rounds) => {
      const hashes = new HashSet();
      for (const pairs of rounds) {
        const known = new Set<string>();
        for (const [a, b] of pairs) {
          assert.equal(hashes.has(a, b), known.has(`${a} ${b}`));
          assert.equal(hashes.add(a, b), !known.has(`${a} ${b}`));
          known.add(`${a} ${b}`);
        }
        assert.equal(hashes.size, known.size);
        hashes.clear();
      }
    }),
  );
});
