import words from '@/data/words/steps.json';
import type { ChartInput } from '@/lib/chart/input';
import { formatChartValue, formatDay } from '@/lib/format';
import { message } from '@/lib/message';
import type { Chosen } from '@/lib/view/chosen';
import { Kept } from './view-form';

type Props = { action: string; chosen: Chosen; chart: ChartInput };

const STEPS = [0, 1, 2, 3, 4];

/** A reader's own amount, day and further steps: a plain form; what is left empty stays as it is in our view. */
export function StepsForm({ action, chosen, chart }: Props) {
  if (chart.layout !== 'by-row' || !chart.form) return null;
  const { form, axis, id } = chart;
  const { amount, day, step = [] } = chosen.view;
  const field = (name: string) => `${id}-${name}`;
  return (
    <form className="limit" action={action} method="get">
      <p>
        {message(words.lead, {
          amount: formatChartValue(form.amount, axis.suffix),
          day: formatDay(Date.parse(form.day)),
        })}
      </p>
      <Kept chosen={chosen} steps />
      <label htmlFor={field('amount')}>{message(words.amount, { unit: axis.title })}</label>
      <input
        id={field('amount')}
        name="amount"
        type="number"
        min="0.01"
        max="1000000000"
        step="any"
        defaultValue={amount}
      />
      <label htmlFor={field('day')}>{words.day}</label>
      <input id={field('day')} name="day" type="date" defaultValue={day} />
      {STEPS.map((index) => (
        <input
          key={index}
          aria-label={message(words.step, { number: index + 1 })}
          placeholder={message(words.short, { number: index + 1 })}
          name="step"
          type="number"
          min="0"
          max="1000"
          step="any"
          defaultValue={step[index]}
        />
      ))}
      <button type="submit">{words.show}</button>
    </form>
  );
}
