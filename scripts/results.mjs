/** Counts of a Playwright JSON report. */
export function tally({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    // A file that does not load is reported beside the tests; it must not pass for an absent one.
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    for (const key of Object.keys(total)) total[key] += tally[key];
  }
  return total;
}

export function sentence({ passed, failed, skipped = 0 }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
