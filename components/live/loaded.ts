import { type ComponentType, useCallback, useRef, useState } from 'react';
import type { ChartFile } from '@/lib/chart/row-facts';
import type { LiveChartProps } from './live-chart';

type Drawing = ComponentType<LiveChartProps>;
type Loaded = { LiveChart: Drawing; file: ChartFile };

/** Where a chart's numbers are, or the numbers themselves where the page has them. */
export type Numbers = string | ChartFile;

async function fetchChart(src: string): Promise<ChartFile> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src}: ${response.status}`);
  return response.json();
}

/** The live chart and its numbers, asked for once; where they do not come, the next call asks again. */
export function useLiveChart(numbers: Numbers): [Loaded | null, () => void] {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const asked = useRef(false);
  const load = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    const file = typeof numbers === 'string' ? fetchChart(numbers) : numbers;
    Promise.all([import('./live-chart'), file]).then(
      ([{ LiveChart }, file]) => setLoaded({ LiveChart, file }),
      () => {
        asked.current = false;
      },
    );
  }, [numbers]);
  // Numbers that the page has change with its view.
  const here = loaded && typeof numbers !== 'string' ? { ...loaded, file: numbers } : loaded;
  return [here, load];
}
