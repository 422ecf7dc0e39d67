import { useQuery } from '@tanstack/react-query';
import { Beside } from './beside';
import type { Setting, Work } from './import-state';
import { OwnChart } from './own-chart';
import { SeriesChoice } from './series-choice';
import type { Shipped } from './shipped';
import { useShippedSeries } from './shipped-series';
import { TakeAway } from './take-away';

type Props = {
  work: Work;
  shipped: Shipped;
  choose: (setting: Partial<Setting>) => void;
  keptOne: () => void;
  fail: (error: unknown) => void;
};

/** The reader's series, ours beside them, the chart of both, and what can be taken away. */
export function Compare({ work, shipped, choose, keptOne, fail }: Props) {
  const { setting, found, reading } = work;
  const ids = setting.own ?? found.own;
  const own = useQuery({
    queryKey: ['own', reading.number, ids],
    queryFn: () => reading.ask('series', ids),
    placeholderData: (before) => before,
  });
  const ours = useShippedSeries(setting.view.series ?? [], setting.view);
  return (
    <>
      <OwnChart {...{ work, shipped, ours, choose }} own={own.data ?? []} />
      <SeriesChoice work={work} ids={ids} choose={choose} />
      <Beside setting={setting} shipped={shipped} ours={ours} choose={choose} />
      <TakeAway {...{ work, ids, choose, keptOne, fail }} />
    </>
  );
}
