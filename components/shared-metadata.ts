import type { Metadata } from 'next';
import words from '@/data/words/share.json';
import { withQuery } from '@/lib/address';
import { origin } from '@/lib/origin';
import { SOCIAL } from '@/lib/picture/social';
import { type Chosen, chosenHref, viewAlone } from '@/lib/view/chosen';

type Shared = { title: string; description: string; path: string; picture: string };

/** The address of a view's picture as a link's preview shows it. */
export function previewHref(picture: string, chosen?: Chosen): string {
  return withQuery(chosen ? chosenHref(picture, viewAlone(chosen)) : picture, 'size=social');
}

/** What a link to the page shows where it is shared: its own picture, of the very view. */
export function sharedMetadata(
  { title, description, path, picture }: Shared,
  chosen?: Chosen,
  /** What the picture can do of it, where that is less. */
  pictured = chosen,
): Pick<Metadata, 'openGraph' | 'twitter'> {
  const image = { url: origin + previewHref(picture, pictured), ...SOCIAL, alt: title };
  const url = origin + (chosen ? chosenHref(path, viewAlone(chosen)) : path);
  return {
    openGraph: {
      type: 'website',
      siteName: words.site,
      locale: 'en_CA',
      title,
      description,
      url,
      images: [{ ...image, type: 'image/png' }],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  };
}
