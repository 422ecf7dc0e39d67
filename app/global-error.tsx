'use client';

import type { ComponentProps } from 'react';
import ErrorPage from './error';
import './colours.css';
import './globals.css';

/** In the place of the whole page, its frame included. Next's own would bring styles that our policy refuses. */
export default function LastResort(props: ComponentProps<typeof ErrorPage>) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
