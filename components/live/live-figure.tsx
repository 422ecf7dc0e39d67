'use client';

import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { View } from '@/lib/view/view';
import { useApproach } from './approach';
import { useFocusKept } from './focus-kept';
import { Guard } from './guard';
import { useLiveChart } from './loaded';
import { type Parted, SeriesButtons } from './series-buttons';

type Props = {
  /** Where the chart's numbers are (a ChartFile). */
  src: string;
  view: View;
  /** The whole chart's series, for the buttons. */
  parts: Parted;
  axisTitle: string;
  titleId: string;
  descriptionId: string;
  /** Whether the chart will have a brush, which needs its room from the start. */
  brush: boolean;
  /** The server's picture, and its words. */
  picture: ReactNode;
  words: ReactNode;
};

/** The server's picture until the reader comes near, then the live one in its very place. */
export function LiveFigure({ src, view: asked, parts, picture, words, brush, ...rest }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [view, choose] = useChoice(asked);
  const [loaded, load] = useLiveChart(src);
  const [state, setState] = useState<'coming' | 'drawn' | 'failed'>('coming');
  useApproach(root, load);
  const keepFocus = useFocusKept(root, state);
  const rows = loaded?.file.rows;
  const facts = useMemo(() => rows && ((row: string) => rows[row]), [rows]);
  const onSeries = (ids: string[] | null) => {
    choose({ series: ids ?? undefined });
    load();
  };
  const drawn = () => {
    keepFocus();
    setState('drawn');
  };
  return (
    <div ref={root} className="live">
      {loaded && state !== 'failed' && (
        <Guard onError={() => setState('failed')}>
          <div className={state === 'drawn' ? undefined : 'live-coming'} inert={state !== 'drawn'}>
            <loaded.LiveChart
              {...{ ...rest, view, facts, onSeries }}
              input={loaded.file.input}
              onTime={(time) => choose({ time: time ?? undefined })}
              onDrawn={drawn}
            />
          </div>
        </Guard>
      )}
      {!(loaded && state === 'drawn') && (
        <>
          {picture}
          {brush && <div className="live-brush" />}
          <SeriesButtons {...{ input: parts, view, onSeries }} />
          {words}
        </>
      )}
      {state === 'failed' && (
        <p className="chart-notes">
          The chart to point at could not be drawn; this is the picture of the same numbers.
        </p>
      )}
    </div>
  );
}

/** The view that the page was asked for, and what the reader chose since. */
function useChoice(asked: View): [View, (part: Partial<View>) => void] {
  const text = JSON.stringify(asked);
  const [choice, setChoice] = useState({ text, view: asked });
  const current = choice.text === text ? choice : { text, view: asked };
  if (current !== choice) setChoice(current);
  const choose = (part: Partial<View>) =>
    setChoice((now) => ({ ...now, view: { ...now.view, ...part } }));
  return [current.view, choose];
}
