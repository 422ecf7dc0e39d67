/** Counts of a Playwright JSON report. No test is tried twice. */
export function tally({ stats, errors = [] }) {
  return {
    passed: stats.expected,
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
  const parts = [`${passed} passed`, `${failed} failed`];
  if (skipped) parts.push(`${skipped} skipped`);
  return parts.join(', ');
}

/** Titles and reasons of the tests that a Playwright JSON report names as skipped. */
export function skipped({ suites = [] }) {
  return suites.flatMap((suite) => [
    ...skipped(suite),
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === 'skipped')
        .map(({ annotations }) => {
          const reason = annotations.find(({ type }) => type === 'skip')?.description;
          return reason ? `${title} (${reason})` : title;
        }),
    ),
  ]);
}
