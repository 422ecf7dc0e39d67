'use client';

import { useEffect, useMemo, useRef } from 'react';
import { ChartWords } from '@/components/chart/chart-words';
import words from '@/data/words/live.json';
import type { ChartInput } from '@/lib/chart/input';
import { hasYears, momentsOf } from '@/lib/chart/moments';
import { partsOf } from '@/lib/chart/parts';
import type { RowFacts } from '@/lib/chart/row-facts';
import { chartSpec } from '@/lib/chart/spec';
import { formatChartValue } from '@/lib/plain-format';
import { applyView } from '@/lib/view/apply-view';
import { hasValues, nothingIn } from '@/lib/view/nothing';
import { timeBetween } from '@/lib/view/time-between';
import type { Time, View } from '@/lib/view/view';
import { useDrawn } from './drawn';
import { useDrawnSize } from './drawn-size';
import type { HeadingProps } from './heading';
import { Picture } from './picture';
import { Pointing } from './pointing';
import { SeriesButtons } from './series-buttons';
import { YearsBrush } from './years-brush';

export type LiveChartProps = {
  /** The whole chart: all its series over all its time, in the units of its tables. */
  input: ChartInput;
  /** What the reader chose of it. */
  view: View;
  /** Told when the reader chooses further; null is all that there is. */
  onTime: (time: Time | null) => void;
  /** Told which series the reader turns off, or on again. */
  onSeries?: ((id: string) => void) | undefined;
  /** What is known of a row by its name: its address, status and source. */
  facts?: (row: string) => RowFacts | undefined;
  /** Told what the chart is called in the view. */
  onNamed?: (heading: HeadingProps) => void;
  /** Ids of the elements that name and describe the chart; the second is drawn here. */
  titleId: string;
  descriptionId: string;
  /** Called once, when the picture is complete. */
  onDrawn?: () => void;
};

/** A chart to point at, walk with keys, narrow and part; it draws what the server draws of the same view. */
export function LiveChart(props: LiveChartProps) {
  const { input, view, onTime, onSeries, facts, onNamed, titleId, descriptionId } = props;
  const root = useRef<HTMLDivElement>(null);
  const size = useDrawnSize(root);
  const viewed = useMemo(() => applyView(input, view), [input, view]);
  const shown = viewed.input;
  const { title, subtitle } = shown;
  useEffect(() => onNamed?.({ title, subtitle }), [onNamed, title, subtitle]);
  const nothing = hasValues(viewed) ? null : nothingIn(viewed, view);
  const wide = useMemo(() => chartSpec(shown, 'wide'), [shown]);
  const spec = useMemo(
    () => (size === 'wide' ? wide : chartSpec(shown, size)),
    [shown, wide, size],
  );
  const moments = useMemo(() => momentsOf(shown), [shown]);
  const parts = useMemo(() => partsOf(input), [input]);
  const sources = useMemo(() => sourcesOf(facts, shown), [facts, shown]);
  useDrawn(root, nothing ? null : spec, props.onDrawn);
  return (
    <div ref={root}>
      <div className={`chart-drawing-${size}`}>
        {nothing ? (
          <p className="notice" role="status">
            {words.nothing[nothing]}
          </p>
        ) : (
          <Pointing
            key={`${shown.layout} ${size}`}
            {...{ spec, moments, facts, layout: shown.layout, unit: shown.axis.title, titleId }}
            format={sources.formatValue}
          >
            <Picture {...{ spec, layout: shown.layout, titleId, descriptionId, ...sources }} />
          </Pointing>
        )}
        {hasYears(input) && (
          <YearsBrush
            {...{ input, spec, time: view.time }}
            onYears={(all, first, last) => onTime(timeBetween(all, first, last))}
          />
        )}
      </div>
      <SeriesButtons
        {...{ input: parts, view, onSeries }}
        onAllYears={view.time ? () => onTime(null) : undefined}
      />
      <ChartWords
        {...{ input: shown, gaps: wide.gaps, descriptionId, format: sources.formatValue }}
        specs={[spec]}
      />
    </div>
  );
}

function sourcesOf(facts: LiveChartProps['facts'], { axis }: ChartInput) {
  return {
    formatValue: (value: number) => formatChartValue(value, axis.suffix),
    rowHref: facts && ((row: string) => facts(row)?.href ?? ''),
  };
}
