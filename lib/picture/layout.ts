import type { ChartInput } from '@/lib/chart/input';
import type { ChartSpec } from '@/lib/chart/spec';
import type { Result } from '@/lib/claim/verdict';
import type { Chosen } from '@/lib/view/chosen';
import type { Problem } from '@/lib/view/problem';
import { pagePicture } from './page';
import { socialPicture } from './social';

/** A picture is a chart with its words around it, for whoever sees it far from its page. */

export const PICTURE_SIZES = ['wide', 'narrow', 'social'] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** What a picture shows; the words are whole sentences. */
export type PictureInput = {
  title: string;
  subtitle: string;
  charts: ChartInput[];
  /** What must be said of the view. */
  notes: string[];
  /** Stands in the place of the charts where there is nothing to draw. */
  notice: string;
  /** Whose figures: one sentence, and shorter ones for less room. */
  sources: string[];
  /** The address of the view. */
  address: string;
  /** What could be done of what was asked. */
  able: Chosen;
  /** Why no picture can be what was asked; an embed says it and shows the rest. */
  problem: Problem | null;
  /** Which state of the data. */
  state: string;
  claim?: { quote: string; verdict: string; held: string; answer: string; results: Result[] };
};

export type PictureText = {
  /** `quote` and `title` are set in the serif. */
  role: 'title' | 'quote' | 'subtitle' | 'panel' | 'verdict' | 'notice' | 'note' | 'foot';
  lines: string[];
  x: number;
  /** The first baseline. */
  y: number;
  size: number;
  lineHeight: number;
  anchor?: 'end';
};

export type PictureDrawing = {
  spec: ChartSpec;
  /** Said after each value. */
  suffix?: string;
  x: number;
  y: number;
  scale: number;
};
export type PictureDot = { result: Result; x: number; y: number; radius: number };

export type PictureLayout = {
  width: number;
  height: number;
  texts: PictureText[];
  drawings: PictureDrawing[];
  dots: PictureDot[];
  /** Hairlines across, at these heights. */
  rules: { y: number; from: number; to: number }[];
};

export function pictureLayout(input: PictureInput, size: PictureSize): PictureLayout {
  return size === 'social' ? socialPicture(input) : pagePicture(input, size);
}
