import words from '@/data/words/en.json';
import { type Start, startHref } from '@/lib/view/starts';

export function ChartStarts({ starts }: { starts: Start[] }) {
  if (starts.length === 0) return null;
  return (
    <section aria-labelledby="starts">
      <h2 id="starts">{words.chart.starts}</h2>
      <ul className="starts">
        {starts.map((start) => (
          <li key={start.title}>
            <a href={startHref(start)}>{start.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
