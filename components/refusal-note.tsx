import words from '@/data/words/en.json';
import { message } from '@/lib/message';
import type { Kind } from '@/lib/table/kind';
import { unitsFor } from '@/lib/view/allowed';
import { type Chosen, chosenHref } from '@/lib/view/chosen';
import type { Refusal } from '@/lib/view/comparable';
import { refusalText } from '@/lib/view/refusal-text';

type Props = { refusal: Refusal; kinds: Kind[]; chosen: Chosen };

/** Why the series are not drawn together, and what would work instead. */
export function RefusalNote({ refusal, kinds, chosen }: Props) {
  const { reason, second } = refusal;
  const { view } = chosen;
  const without = (view.series ?? []).filter((id) => id !== second.id);
  return (
    <div className="notice" role="status">
      <p>{refusalText(refusal)}</p>
      <ul>
        {reason !== 'period' && unitsFor(kinds).includes('index') && (
          <li>
            <a href={chosenHref('/chart', { ...chosen, view: { ...view, units: 'index' } })}>
              {words.chart.asIndex}
            </a>
          </li>
        )}
        {reason === 'period' && (
          <li>
            <a href={chosenHref('/chart', { ...chosen, view: { ...view, freq: 'year' } })}>
              {words.chart.asYears}
            </a>
          </li>
        )}
        {view.units !== 'share' && (
          <li>
            <a href={chosenHref('/chart', { ...chosen, view: { ...view, form: 'multiples' } })}>
              {words.chart.asMultiples}
            </a>
          </li>
        )}
        <li>
          <a href={chosenHref('/chart', { ...chosen, view: { ...view, series: without } })}>
            {message(words.chart.without, { label: second.label })}
          </a>
        </li>
      </ul>
    </div>
  );
}
