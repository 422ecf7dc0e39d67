import site from '@/data/words/en.json';
import words from '@/data/words/import.json';
import { message } from '@/lib/message';
import type { Kind } from '@/lib/table/kind';
import { unitsFor } from '@/lib/view/allowed';
import type { Refusal } from '@/lib/view/comparable';
import { refusalText } from '@/lib/view/refusal-text';
import type { View } from '@/lib/view/view';
import type { Setting, Work } from './import-state';

type Props = {
  refusal: Refusal;
  kinds: Kind[];
  work: Work;
  choose: (setting: Partial<Setting>) => void;
};

type Way = [text: string, act: () => void];

const way = (text: string, act: () => void): Way => [text, act];

/** Whether one of them is of months that add up, and the other of years. */
const isOfMonths = ({ first, second }: Refusal): boolean =>
  [first, second].some(({ kind, measure }) => kind === 'month' && measure.adds === true) &&
  [first, second].some(({ kind }) => kind === 'calendar_year');

/** Why series are not drawn together, and what would work, each way a button. */
export function Refused({ refusal, kinds, work: { setting, found }, choose }: Props) {
  const { reason, second } = refusal;
  const { view } = setting;
  const own = setting.own ?? found.own;
  const setView = (part: Partial<View>) => choose({ view: { ...view, ...part } });
  const without = () =>
    own.includes(second.id)
      ? choose({ own: own.filter((id) => id !== second.id) })
      : setView({ series: (view.series ?? []).filter((id) => id !== second.id) });
  const ways: Way[] = [
    ...(reason === 'period' && isOfMonths(refusal)
      ? [way(words.chart.asYears, () => setView({ freq: 'year' }))]
      : []),
    ...(reason !== 'period' && unitsFor(kinds).includes('index')
      ? [way(words.chart.asIndex, () => setView({ units: 'index' }))]
      : []),
    [words.chart.apart, () => setView({ form: 'multiples' })],
    [message(site.chart.without, { label: second.label }), without],
  ];
  return (
    <div className="notice" role="status">
      <p>{refusalText(refusal)}</p>
      <ul className="ways">
        {ways.map(([text, act]) => (
          <li key={text}>
            <button type="button" onClick={act}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
