import type { Catalog } from '@/lib/catalog';
import { valuesOf } from '@/lib/claim/answer';
import type { Claim, Reading, Test } from '@/lib/claim/claim';
import { evidence } from '@/lib/claim/evidence';
import { claimJson } from '@/lib/claim/json';
import { fill } from '@/lib/claim/quantity';
import { claimResult, type ReadingResult, readingResult } from '@/lib/claim/result';
import { chartSettingOf, settingOf } from '@/lib/claim/setting';
import { message } from '@/lib/message';
import { bibtex, cslJson } from '@/lib/share/citation';
import { claimReviewLd } from '@/lib/share/json-ld';
import { metadata } from '@/lib/share/metadata';
import { packageReadme } from '@/lib/share/package-readme';
import { claimWork } from '@/lib/share/work';
import { checkChart } from './chart';
import { checkMessage, type Said } from './message';
import { checkQuantity, isReportedElsewhere, quantitiesIn } from './quantity';
import { faultsIn, type Ground, joined, made, type Report, within } from './report';
import { checkTexts } from './text';

type Setting = ReturnType<typeof settingOf>;

/** The first period with a fault is enough. */
function checkTest(test: Test, place: string, ground: Ground): void {
  const periods = test.kind === 'rank' && test.periods ? test.periods : [undefined];
  for (const [field, quantity] of quantitiesIn(test))
    periods.every((period) =>
      checkQuantity(fill(quantity, { period }), joined(place, field), ground),
    );
}

/** The evaluated reading; undefined where it has a fault. */
function checkReading(
  reading: Reading,
  number: number,
  setting: Setting,
  day: string,
  ground: Ground,
): ReadingResult | undefined {
  try {
    return readingResult(reading, number, undefined, setting, day);
  } catch (error) {
    const faults = faultsIn(ground.report, (report) => {
      reading.tests.forEach((test, index) => {
        checkTest(test, `test ${index + 1}`, { ...ground, report });
      });
    });
    const fault = (error as Error).message;
    if (faults === 0 && !isReportedElsewhere(fault, ground)) ground.report('', fault);
    return undefined;
  }
}

/** Everything that a page or a file shows of a claim. */
function checkShown(catalog: Catalog, claim: Claim, ground: Ground): void {
  const { report } = ground;
  const unlessReported: Report = (place, fault) => {
    if (!isReportedElsewhere(fault, ground)) report(place, fault);
  };
  const shown = made(() => evidence(catalog, claim), unlessReported, '');
  if (!shown) return;
  const json = made(() => claimJson(catalog, shown), report, 'JSON');
  if (json) checkTexts(json, report);
  const work = made(() => claimWork(catalog, shown), report, 'CSV');
  if (!work) return;
  made(() => metadata(work), report, 'metadata');
  made(() => [bibtex(work), cslJson(work)], report, 'citation');
  made(() => packageReadme(work), report, 'readme');
  made(() => claimReviewLd(shown, work), report, 'JSON-LD');
}

function checkCharts(claim: Claim, said: Said, setting: Setting, ground: Ground): void {
  for (const definition of claim.charts) {
    const report = within(ground.report, `chart "${definition.id}"`);
    const words = { title: '', subtitle: '', note: '' };
    for (const field of ['title', 'subtitle', 'note'] as const) {
      const text = definition[field];
      if (text === undefined) continue;
      const faults = faultsIn(report, (counted) =>
        checkMessage(text, said, within(counted, field)),
      );
      if (faults === 0 && said.readings.length === said.count)
        words[field] = message(text, said.today);
    }
    checkChart(definition, words, chartSettingOf(setting, claim.text), { ...ground, report });
  }
}

function checkConflicts({ conflicts }: Claim, ground: Ground): void {
  conflicts.forEach(({ sides }, index) => {
    sides.forEach((side, place) => {
      checkQuantity(side, `conflict ${index + 1}, side ${place + 1}`, ground);
    });
  });
}

export function checkClaim(catalog: Catalog, claim: Claim, ground: Ground): void {
  const setting = settingOf(catalog);
  const faults = faultsIn(ground.report, (report) => {
    const inner = { ...ground, report };
    const results = claim.readings.flatMap((reading, index) => {
      const own = { ...ground, report: within(report, `reading ${index + 1}`) };
      return checkReading(reading, index + 1, setting, claim.text.day, own) ?? [];
    });
    checkConflicts(claim, inner);
    const { paragraphs } = claim.text;
    if (claim.paragraph !== undefined && paragraphs !== undefined && claim.paragraph > paragraphs)
      report('paragraph', `${claim.paragraph}, but the text has ${paragraphs}`);
    // Messages are filled in from the results of all readings.
    if (results.length < claim.readings.length) return;
    const today = valuesOf(claimResult(claim, setting));
    const said = { today, readings: results, count: claim.readings.length };
    checkMessage(claim.answer, said, within(report, 'answer'));
    if (claim.verdict_line) checkMessage(claim.verdict_line, said, within(report, 'verdict_line'));
    checkCharts(claim, said, setting, inner);
  });
  // Pages need sound parts.
  if (faults === 0) checkShown(catalog, claim, ground);
}
