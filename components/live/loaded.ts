import { type ComponentType, useCallback, useRef, useState } from 'react';
import type { ChartFile } from '@/lib/chart/row-facts';
import type { LiveChartProps } from './live-chart';

type Loaded = { LiveChart: ComponentType<LiveChartProps>; file: ChartFile };

async function fetchChart(src: string): Promise<ChartFile> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src}: ${response.status}`);
  return response.json();
}

/** The live chart and its numbers, asked for once; where they do not come, the next call asks again. */
export function useLiveChart(src: string): [Loaded | null, () => void] {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const asked = useRef(false);
  const load = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    Promise.all([import('./live-chart'), fetchChart(src)]).then(
      ([{ LiveChart }, file]) => setLoaded({ LiveChart, file }),
      () => {
        asked.current = false;
      },
    );
  }, [src]);
  return [loaded, load];
}
