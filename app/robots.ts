import type { MetadataRoute } from 'next';
import { origin } from '@/lib/origin';

/** What is kept out are the folders behind plain addresses. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/by/', '/csv/', '/files/', '/views/'] },
    sitemap: `${origin}/sitemap.xml`,
  };
}
