'use client';

import { Sign } from '@/components/chart/sign';
import { keySign } from '@/lib/chart/key-sign';
import type { Parts } from '@/lib/chart/parts';
import { reaches } from '@/lib/view/in-time';
import { seriesIn } from '@/lib/view/series-in';
import type { View } from '@/lib/view/view';

type Props = {
  input: Parts;
  view: View;
  onSeries?: ((id: string) => void) | undefined;
  /** Brings back the years that were left out, if any were. */
  onAllYears?: (() => void) | undefined;
};

/**
 * Turns series on and off; the last one stays, and what has no figure in the years shown is not there. The server draws
 * the buttons too, so that nothing moves.
 */
export function SeriesButtons({ input, view, onSeries, onAllYears }: Props) {
  if (input.layout === 'by-row') return null;
  const { time } = view;
  const series = input.series.filter((one) => !time || reaches(one, time));
  const shown = seriesIn(series, view).map(({ id }) => id);
  return (
    <div className="live-tools">
      {onSeries && series.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent
        <div role="group" aria-label="Series shown" className="live-series">
          {series.map((one) => {
            const { id, label } = one;
            const on = shown.includes(id);
            const last = on && shown.length === 1;
            return (
              <button
                key={id}
                type="button"
                aria-pressed={on}
                aria-disabled={last}
                data-series={id}
                onClick={() => !last && onSeries(id)}
              >
                <SeriesSign {...one} />
                {label}
              </button>
            );
          })}
        </div>
      )}
      <button
        type="button"
        className={onAllYears ? 'live-all-years' : 'live-all-years live-away'}
        onClick={onAllYears}
      >
        All years
      </button>
    </div>
  );
}

/** As the chart draws it: a line, or the mark that stands before its name. */
function SeriesSign({
  tone,
  dash,
  shape,
  mark,
}: Extract<Parts, { series: unknown }>['series'][number]) {
  const dashed = dash ? ` chart-${dash}` : '';
  return (
    <svg className={`live-sign chart-tone-${tone}`} viewBox="0 0 20 10" aria-hidden="true">
      {mark === 'points' || mark === 'bar' ? (
        <Sign shape={keySign({ mark, dash, shape })} x={10} y={5} radius={4} />
      ) : (
        <line className={`chart-line${dashed}`} x1="1" x2="19" y1="5" y2="5" />
      )}
    </svg>
  );
}
