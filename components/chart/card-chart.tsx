import type { ChartInput } from '@/lib/chart/input';
import { chartSpec } from '@/lib/chart/spec';
import { ChartSvg } from './chart-svg';

type Props = {
  input: ChartInput;
  /** Ids of the elements of the card that name and describe the chart. */
  titleId: string;
  descriptionId: string;
};

/** A small drawing for a card; its words stand on the card. */
export function CardChart({ input, titleId, descriptionId }: Props) {
  return (
    <div className="chart-drawing-card">
      <ChartSvg spec={chartSpec(input, 'card')} titleId={titleId} descriptionId={descriptionId} />
    </div>
  );
}
