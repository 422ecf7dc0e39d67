'use client';

import type { ComponentProps } from 'react';
import words from '@/data/words/fault.json';
import ErrorPage from './error';
import './colours.css';
import './globals.css';

/** In the place of the whole page, its frame included. Next's own would bring styles that our policy refuses. */
export default function LastResort(props: ComponentProps<typeof ErrorPage>) {
  return (
    <html lang="en">
      <body>
        <title>{words.title}</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
