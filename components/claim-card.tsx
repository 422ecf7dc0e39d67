import { CardChart } from '@/components/chart/card-chart';
import { claimHref } from '@/components/links';
import { PaintSoFar } from '@/components/paint-so-far';
import { VerdictPlainly } from '@/components/verdict-sign';
import type { Evidence } from '@/lib/claim/evidence';
import type { Move, Moves } from '@/lib/revision/history';
import { moveMark } from '@/lib/revision/moved';

/** Claims at a glance. */
export function ClaimCards({ all, moves }: { all: Evidence[]; moves: Moves }) {
  return (
    <ul className="cards">
      {all.map((one) => (
        <ClaimCard key={one.result.claim.id} shown={one} move={moves.get(one.result.claim.id)} />
      ))}
    </ul>
  );
}

/** A claim's words, what came of them, the shape of the data. */
function ClaimCard({ shown, move }: { shown: Evidence; move: Move | undefined }) {
  const { claim } = shown.result;
  const [chart] = shown.charts;
  const titleId = `${claim.id}-title`;
  const answerId = `${claim.id}-answer`;
  return (
    <li className="card">
      <h3 id={titleId}>
        <a href={claimHref(claim.id)} lang={claim.text.language}>
          “{claim.quote}”
        </a>
      </h3>
      <div>
        <VerdictPlainly shown={shown} />
        {move && <p className="note">{moveMark(move)}</p>}
      </div>
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
