'use client';

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Guard } from '@/components/guard';
import words from '@/data/words/live.json';
import type { Parts } from '@/lib/chart/parts';
import { turned } from '@/lib/view/turned';
import type { Time, View } from '@/lib/view/view';
import { useApproach } from './approach';
import { useChoice } from './choice';
import { useFocusKept } from './focus-kept';
import { Heading, type HeadingProps } from './heading';
import { type Numbers, useLiveChart } from './loaded';
import { SeriesButtons } from './series-buttons';

type Props = {
  numbers: Numbers;
  view: View;
  /** The whole chart's series, for the buttons. */
  parts: Parts;
  /** What the chart is called in the view that was asked for. */
  asked: HeadingProps;
  titleId: string;
  descriptionId: string;
  /** Whether the chart will have a brush, which needs its room from the start. */
  brush: boolean;
  /** The server's picture, and its words. */
  picture: ReactNode;
  said: ReactNode;
};

/** The server's picture until the reader comes near, then the live one in its very place. */
export function LiveFigure(props: Props) {
  const {
    numbers,
    view: served,
    asked,
    parts,
    picture,
    said,
    brush,
    titleId,
    descriptionId,
  } = props;
  const root = useRef<HTMLDivElement>(null);
  const [loaded, load] = useLiveChart(numbers);
  const { view, choose, moved } = useChoice(served, loaded !== null);
  const [named, setNamed] = useState<HeadingProps | null>(null);
  const [state, setState] = useState<'coming' | 'drawn' | 'failed'>('coming');
  useApproach(root, load);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const keepFocus = useFocusKept(root, state);
  const rows = loaded?.file.rows;
  const facts = useMemo(() => rows && ((row: string) => rows[row]), [rows]);
  const onSeries = (id: string) => {
    if (parts.layout === 'over-time') choose(turned(parts.series, view, id));
    load();
  };
  const chooseTime = (time?: Time) => {
    choose({ time });
    load();
  };
  const drawn = () => {
    keepFocus();
    setState('drawn');
  };
  return (
    <>
      <Heading {...(state === 'drawn' && named ? named : asked)} titleId={titleId} />
      <div ref={root} className={alive ? 'live live-alive' : 'live'}>
        {loaded && state !== 'failed' && (
          <Guard onError={() => setState('failed')}>
            <div
              className={state === 'drawn' ? undefined : 'live-coming'}
              inert={state !== 'drawn'}
            >
              <loaded.LiveChart
                {...{ titleId, descriptionId, view, facts, onSeries, onNamed: setNamed }}
                input={loaded.file.input}
                onTime={(time) => chooseTime(time ?? undefined)}
                onDrawn={drawn}
              />
            </div>
          </Guard>
        )}
        {!(loaded && state === 'drawn') && (
          <>
            {picture}
            {brush && <div className="live-brush" />}
            <SeriesButtons
              {...{ input: parts, view, onSeries }}
              onAllYears={view.time ? () => chooseTime() : undefined}
            />
            {said}
          </>
        )}
        {moved && (
          <p className="chart-notes" role="status">
            {words.moved} <a href={location.pathname + location.search}>{words.reload}</a>
          </p>
        )}
        {state === 'failed' && <p className="chart-notes">{words.failed}</p>}
      </div>
    </>
  );
}
