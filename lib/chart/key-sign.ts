import type { ChartSeries } from './input';
import type { Dash, Fill, Shape } from './spec';

const FILLS: Record<Dash, Fill> = { dashed: 'hollow', dotted: 'pale' };

export const fillOf = (dash: Dash | undefined): Fill => (dash ? FILLS[dash] : 'solid');

/** What a series is known by beside its name, where no line leads to it. */
export const keySign = ({
  mark,
  dash,
  shape = 'disc',
}: Pick<ChartSeries, 'mark' | 'dash' | 'shape'>): Shape | Fill =>
  mark === 'bar' ? fillOf(dash) : shape;
