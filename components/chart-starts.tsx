import starts from '@/data/words/chart-starts.json';
import words from '@/data/words/en.json';
import { chosenHref, parseChosen } from '@/lib/view/chosen';

/** Views to begin with, for a reader who has chosen no series yet. */
export const chartStarts = starts.map(({ title, view }) => {
  const chosen = parseChosen(view);
  return { title, chosen, href: chosenHref('/chart', chosen) };
});

export function ChartStarts() {
  return (
    <section aria-labelledby="starts">
      <h2 id="starts">{words.chart.starts}</h2>
      <ul className="starts">
        {chartStarts.map(({ title, href }) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
