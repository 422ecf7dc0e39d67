/** Counts of a Playwright JSON report. */
export function tally({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    // A file that does not load is reported beside the tests; it must not pass for an absent one.
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    retried: stats.flaky,
  };
}

export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0, retried: 0 };
  for (const tally of tallies) {
    for (const key of Object.keys(total)) total[key] += tally[key];
  }
  return total;
}

export function sentence({ passed, failed, skipped = 0, retried = 0 }) {
  const parts = [`${passed} passed`, `${failed} failed`];
  if (skipped) parts.push(`${skipped} skipped`);
  if (retried) parts.push(`${retried} passed only when tried again`);
  return parts.join(', ');
}
