import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { LayOutFar } from '@/components/lay-out-far';
import { PaintSoFar } from '@/components/paint-so-far';
import { SiteFooter } from '@/components/site-footer';
import { SiteHeader } from '@/components/site-header';
import share from '@/data/words/share.json';
import { catalog } from '@/lib/catalog';
import { origin } from '@/lib/origin';
import './colours.css';
import './fonts/fallbacks.css';
import './globals.css';
import '@/components/chart/chart.css';
import '@/components/chart/chart-words.css';
import '@/components/live/live.css';
import '@/components/cite.css';
import '@/components/revision-note.css';
import './claim.css';
import './readings.css';
import './dashboard.css';
import './tables.css';
import './chart.css';
import './share.css';
import './far.css';
import './print.css';

const sans = localFont({
  src: './fonts/inter.woff2',
  variable: '--font-sans',
  weight: '400 700',
  display: 'swap',
  // app/fonts/fallbacks.css has them, for each weight.
  adjustFontFallback: false,
});

const serif = localFont({
  src: './fonts/source-serif-4.woff2',
  variable: '--font-serif',
  weight: '400 700',
  display: 'swap',
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  metadataBase: new URL(origin),
  title: { default: share.siteTitle, template: `%s · ${share.site}` },
  description: share.siteDescription,
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  const { revision, descriptor } = await catalog();
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`}>
      <body>
        {/* Not in `metadata`: a page with `alternates` of its own would drop it. */}
        <link
          rel="alternate"
          type="application/atom+xml"
          title={share.feedTitle}
          href="/feed.xml"
        />
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <SiteHeader />
        <PaintSoFar />
        {children}
        <LayOutFar />
        <SiteFooter revision={revision} updated={descriptor.created} />
      </body>
    </html>
  );
}
