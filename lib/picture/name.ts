import { fileName } from '@/lib/share/file-name';
import type { Chosen } from '@/lib/view/chosen';
import type { PictureRequest } from './request';

/** A file name that says what is inside: `claim-share-stolen-2015-2024-pch-social.png`. */
export function pictureName(
  subject: string[],
  { view }: Pick<Chosen, 'view'>,
  { size, chart, density }: Omit<PictureRequest, 'view'>,
  ending: string,
): string {
  const { time, units, scale, currency, freq, form, v } = view;
  const parts = [
    ...subject,
    ...(chart > 1 ? [`chart-${chart}`] : []),
    ...(time ? [time.from, time.to] : []),
    ...[units, scale, currency, freq, form, v].flatMap((part) => part ?? []),
    ...(size === 'wide' ? [] : [size]),
    ...(density > 1 ? [`${density}x`] : []),
  ];
  return `${fileName(parts)}.${ending}`;
}
