import { ChartSvg } from '@/components/chart/chart-svg';
import { ChartWords } from '@/components/chart/chart-words';
import { hrefOf } from '@/components/row-link';
import { SourceLine } from '@/components/source-line';
import type { ChartInput } from '@/lib/chart/input';
import { chartSpec } from '@/lib/chart/spec';
import { formatChartValue } from '@/lib/format';
import type { Tables } from '@/lib/table/select';

/** A chart with all its words, from parts that need no script: an embed must be light. */
export function EmbedFigure({ input, tables }: { input: ChartInput; tables: Tables }) {
  const wide = chartSpec(input, 'wide');
  const specs = [wide, chartSpec(input, 'narrow')];
  const titleId = `chart-${input.id}-title`;
  const descriptionId = `chart-${input.id}-description`;
  const format = (value: number) => formatChartValue(value, input.axis.suffix);
  const rowHref = (name: string) => hrefOf(tables, name);
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <h1 className="chart-title" id={titleId}>
        {input.title}
      </h1>
      <p className="chart-subtitle">{input.subtitle}</p>
      {specs.map((spec) => (
        <div key={spec.name} className={`chart-drawing-${spec.name}`}>
          <ChartSvg {...{ spec, titleId, descriptionId, rowHref, formatValue: format }} />
        </div>
      ))}
      <ChartWords {...{ input, specs, gaps: wide.gaps, descriptionId, format }} />
      <SourceLine chart={input} tables={tables} list={false} />
    </figure>
  );
}
