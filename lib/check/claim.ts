import type { Catalog } from '@/lib/catalog';
import type { ChartInput } from '@/lib/chart/input';
import { valuesOf } from '@/lib/claim/answer';
import type { ChartDefinition, Claim, Reading, Test } from '@/lib/claim/claim';
import { evidence } from '@/lib/claim/evidence';
import { claimJson } from '@/lib/claim/json';
import { fill } from '@/lib/claim/quantity';
import {
  type ClaimResult,
  claimResult,
  type ReadingResult,
  readingResult,
} from '@/lib/claim/result';
import { chartSettingOf, settingOf } from '@/lib/claim/setting';
import { message } from '@/lib/message';
import { bibtex, cslJson } from '@/lib/share/citation';
import { claimReviewLd } from '@/lib/share/json-ld';
import { metadata } from '@/lib/share/metadata';
import { packageReadme } from '@/lib/share/package-readme';
import { claimWork } from '@/lib/share/work';
import { basisUnsaid } from './basis';
import { checkChart } from './chart';
import { lowestOf, undercut } from './lowest';
import { checkMessage, firstFault, type Said } from './message';
import { checkQuantity, isReportedElsewhere, quantitiesIn } from './quantity';
import { faultsIn, type Ground, joined, made, type Report, within } from './report';
import { checkLabels, checkSuperlatives } from './superlative';
import { checkTexts } from './text';
import { withoutYear, yearNotDrawn } from './years';

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
    const own = { ...ground, report };
    const chart = checkChart(definition, words, chartSettingOf(setting, claim.text), own);
    // Messages with faults of their own cannot be filled in.
    if (chart && words.title !== '' && words.subtitle !== '')
      checkShownAs(claim, definition, chart, said, own);
  }
}

/** What a chart's words say must be what it shows. */
function checkShownAs(
  claim: Claim,
  definition: ChartDefinition,
  chart: ChartInput,
  said: Said,
  { tables, report }: Ground,
): void {
  for (const field of ['title', 'subtitle'] as const)
    checkSuperlatives(definition[field], claim, tables, within(report, field), definition);
  const fault = firstFault(definition.title, said, ({ text }) => yearNotDrawn(text, chart, tables));
  if (fault) report('title', fault);
  for (const lowest of lowestOf(claim)) {
    const row = undercut(lowest, chart, tables);
    if (row) report('', `draws a lower figure than "${lowest.label}": ${row.key}`);
  }
}

function checkAnswer(result: ClaimResult, said: Said, { tables, report }: Ground): void {
  const { claim } = result;
  const own = within(report, 'answer');
  const faults = faultsIn(own, (counted) => checkMessage(claim.answer, said, counted));
  if (faults > 0) return;
  checkSuperlatives(claim.answer, claim, tables, own);
  const fault = firstFault(claim.answer, said, ({ text, values, chosen }) =>
    [...chosen].some((name) => values[name] === 'unsettled') ? undefined : withoutYear(text),
  );
  if (fault) own('', fault);
  const unsaid = basisUnsaid(claim.answer, result, tables);
  if (unsaid) own('', unsaid);
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
    const result = claimResult(claim, setting);
    const said = { today: valuesOf(result), readings: results, count: claim.readings.length };
    checkAnswer(result, said, inner);
    const { readings, quantities, charts } = claim;
    checkLabels({ readings, quantities, charts }, ground.tables, report);
    if (claim.verdict_line) checkMessage(claim.verdict_line, said, within(report, 'verdict_line'));
    checkCharts(claim, said, setting, inner);
  });
  // Pages need sound parts.
  if (faults === 0) checkShown(catalog, claim, ground);
}
