import { CardChart } from '@/components/chart/card-chart';
import { PaintSoFar } from '@/components/paint-so-far';
import { ReadingsSign } from '@/components/verdict-sign';
import words from '@/data/words/en.json';
import type { Evidence } from '@/lib/claim/evidence';

/** A claim at a glance: its words, what came of them, the shape of the data. */
export function ClaimCard({ shown, lang, href }: { shown: Evidence; lang: string; href: string }) {
  const { claim, verdict, readings } = shown.result;
  const [chart] = shown.charts;
  const titleId = `${claim.id}-title`;
  const answerId = `${claim.id}-answer`;
  return (
    <li className="card">
      <h2 id={titleId}>
        <a href={href} lang={lang}>
          “{claim.quote}”
        </a>
      </h2>
      <p className="verdict">
        <strong>{words.verdicts[verdict]}</strong> <ReadingsSign readings={readings} />
      </p>
      {chart && (
        <div className="card-chart">
          <p className="card-chart-title">{chart.subtitle}</p>
          <CardChart input={chart} titleId={titleId} descriptionId={answerId} />
        </div>
      )}
      <p className="answer" id={answerId}>
        {shown.answer}
      </p>
      <PaintSoFar />
    </li>
  );
}
