import type { Fill, Shape } from '@/lib/chart/spec';
import { round } from './round';

type Props = { shape: Shape | Fill; x: number; y: number; radius: number };

const square = (r: number) => `M${-r * 0.9} ${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}z`;

/** Shapes of about the same ink, so that none looks larger. */
const PATHS: Record<Exclude<Shape, 'disc' | 'ring'> | Fill, (radius: number) => string> = {
  square,
  solid: square,
  hollow: square,
  pale: square,
  diamond: (r) => `M0 ${-r * 1.3}L${r * 1.3} 0L0 ${r * 1.3}L${-r * 1.3} 0z`,
  cross: (r) => `M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`,
};

export function Sign({ shape, x, y, radius }: Props) {
  const bar = shape === 'solid' || shape === 'hollow' || shape === 'pale';
  const className = bar ? `chart-column chart-fill-${shape}` : `chart-dot chart-shape-${shape}`;
  if (shape === 'disc' || shape === 'ring') {
    const r = shape === 'ring' ? radius - 0.75 : radius;
    return <circle className={className} cx={round(x)} cy={round(y)} r={round(r)} />;
  }
  const place = `translate(${round(x)} ${round(y)})`;
  return <path className={className} d={PATHS[shape](round(radius))} transform={place} />;
}
