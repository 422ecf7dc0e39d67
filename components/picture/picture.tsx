import { ChartDrawing } from '@/components/chart/chart-svg';
import { round } from '@/components/chart/round';
import { PICTURE_STYLE } from '@/components/picture/picture-style';
import { DotShape } from '@/components/verdict-sign';
import { formatChartValue } from '@/lib/format';
import type { PictureDot, PictureDrawing, PictureLayout, PictureText } from '@/lib/picture/layout';

type Props = { layout: PictureLayout; title: string; description: string };

/** A whole SVG file: it asks for nothing outside itself. */
export function Picture({ layout, title, description }: Props) {
  const { width, height, texts, drawings, dots, rules } = layout;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="title description"
    >
      <title id="title">{title}</title>
      <desc id="description">{description}</desc>
      <style>{PICTURE_STYLE}</style>
      <rect className="page" width={width} height={height} />
      {rules.map(({ y, from, to }) => (
        <line key={y} className="hairline" x1={from} x2={to} y1={round(y)} y2={round(y)} />
      ))}
      {drawings.map((drawing) => (
        <Drawing key={`${drawing.x} ${drawing.y}`} drawing={drawing} />
      ))}
      {texts.map((text) => (
        <Words key={`${text.role} ${text.x} ${text.y}`} text={text} />
      ))}
      {dots.map((dot) => (
        <Dot key={dot.x} dot={dot} />
      ))}
    </svg>
  );
}

function Drawing({ drawing: { spec, suffix, x, y, scale } }: { drawing: PictureDrawing }) {
  const place = `translate(${round(x)} ${round(y)})${scale === 1 ? '' : ` scale(${round(scale)})`}`;
  return (
    <g className={`chart-svg chart-${spec.name}`} transform={place}>
      <ChartDrawing spec={spec} formatValue={(value) => formatChartValue(value, suffix)} />
    </g>
  );
}

function Words({ text }: { text: PictureText }) {
  const { role, lines, x, y, size, lineHeight, anchor } = text;
  return (
    <text className={`picture-${role}`} fontSize={size} textAnchor={anchor}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and none ever moves
        <tspan key={index} x={round(x)} y={round(y + index * lineHeight)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Dot({ dot: { result, x, y, radius } }: { dot: PictureDot }) {
  const at = `translate(${round(x - radius)} ${round(y - radius)}) scale(${round(radius / 6)})`;
  return (
    <g className={`dot dot-${result}`} transform={at}>
      <DotShape result={result} />
    </g>
  );
}
