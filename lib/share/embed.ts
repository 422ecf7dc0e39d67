import { THEMES } from '@/lib/chart/frame';
import { type PictureInput, pictureLayout } from '@/lib/picture/layout';

/** What a page elsewhere needs to show a chart of ours. */

export const EMBED_WIDTH = { default: 720, least: 240, most: 1200 } as const;

/** In double quotes or as text. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** How wide a drawing becomes on its page, in pixels (components/chart/chart.css). */
const WIDEST = { wide: 800, narrow: 480 };

/**
 * About the height of an embed before its page has told its own: the picture of the same words and drawing, and
 * room for the description, which a picture has not.
 */
export function embedHeight(input: PictureInput, width: number): number {
  const size = width < 640 ? 'narrow' : 'wide';
  const { height, drawings } = pictureLayout(input, size);
  const drawn = drawings.reduce((sum, { spec }) => sum + spec.size.height, 0);
  const stretch = Math.min(width, WIDEST[size]) / THEMES[size].width;
  return Math.round(height + drawn * (stretch - 1) + 120);
}

type Frame = { src: string; title: string; height: number };

export const frameHtml = ({ src, title, height }: Frame): string =>
  `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" loading="lazy" ` +
  `style="width:100%;height:${height}px;border:0" allow="web-share; clipboard-write"></iframe>`;

/** The frame, and the script that gives it the height which its page tells; without it the frame keeps its own. */
export const snippetHtml = (frame: Frame, origin: string): string =>
  `${frameHtml(frame)}\n<script src="${escapeHtml(origin)}/embed/host.js" async></script>`;
