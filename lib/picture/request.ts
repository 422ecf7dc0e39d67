import type { Parameters } from '@/lib/view/view';
import { PICTURE_SIZES, type PictureSize } from './layout';

/** What an address asks of a picture, beside the view that it shows. */
export type PictureRequest = {
  size: PictureSize;
  /** Which of a claim's charts, from 1. */
  chart: number;
  /** Pixels of the PNG to a pixel of the drawing. */
  density: number;
  /** The rest: a view. */
  view: Parameters;
};

const DENSITIES = ['1', '2', '3'];

const isSize = (text: unknown): text is PictureSize => PICTURE_SIZES.some((size) => size === text);

/**
 * Like a view's, but a value that cannot be read is refused: in a picture nothing says what was left out.
 * `scale` belongs to the view (linear, log), so that sharpness is `density`.
 */
export function parsePicture(parameters: Parameters): PictureRequest | { refused: string } {
  const { size = 'wide', chart = '1', density = '1', ...view } = parameters;
  if (!isSize(size)) return { refused: `size: ${PICTURE_SIZES.join(', ')}` };
  if (typeof chart !== 'string' || !/^[1-9]\d?$/.test(chart))
    return { refused: 'chart: 1 for the first of the claim, 2 for the second …' };
  if (typeof density !== 'string' || !DENSITIES.includes(density))
    return { refused: `density: ${DENSITIES.join(', ')}` };
  return { size, chart: Number(chart), density: Number(density), view };
}
