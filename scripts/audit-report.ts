/** What `npm audit --json` said, judged. */

export type Exception = { advisory: string; reason: string };

type Via = string | { url?: string; title?: string; severity?: string };
type Report = {
  error?: { summary?: string };
  message?: string;
  vulnerabilities?: Record<string, { via: Via[] }>;
};

export type Judgement =
  | { kind: 'no-answer'; why: string }
  | { kind: 'answered'; vulnerable: string[]; excepted: string[]; unused: string[] };

const GRAVE = ['high', 'critical'];

type Advisory = { id: string; line: string };

/** Each advisory once: a package that is vulnerable through another names only that other. */
function advisoriesOf({ vulnerabilities = {} }: Report): Advisory[] {
  const found = new Map<string, string>();
  for (const [name, { via }] of Object.entries(vulnerabilities))
    for (const one of via) {
      if (typeof one === 'string' || !GRAVE.includes(one.severity ?? '')) continue;
      const id = one.url?.split('/').at(-1) ?? name;
      found.set(id, `${name}: ${one.severity}: ${one.title} (${id})`);
    }
  return [...found].map(([id, line]) => ({ id, line }));
}

/** Other trouble than a report is silence of the registry: a check that was not made is not a check passed. */
export function judged(output: string, exceptions: Exception[]): Judgement {
  let report: Report;
  try {
    report = JSON.parse(output);
  } catch {
    return { kind: 'no-answer', why: output.trim().split('\n')[0] || 'nothing was said' };
  }
  if (!report.vulnerabilities)
    return { kind: 'no-answer', why: report.message || report.error?.summary || 'no report' };
  const advisories = advisoriesOf(report);
  const known = new Set(exceptions.map(({ advisory }) => advisory));
  const lines = (excepted: boolean) =>
    advisories.filter(({ id }) => known.has(id) === excepted).map(({ line }) => line);
  const unused = [...known].filter((id) => !advisories.some((one) => one.id === id));
  return { kind: 'answered', vulnerable: lines(false), excepted: lines(true), unused };
}
