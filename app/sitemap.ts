import type { MetadataRoute } from 'next';
import { catalog } from '@/lib/catalog';
import { claimsInOrder } from '@/lib/claim/evidence';
import { claimUrl, origin, tableUrl } from '@/lib/origin';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const all = await catalog();
  const urls = [
    ...['/', '/tables', '/import', '/method', '/quality'].map((path) => origin + path),
    ...claimsInOrder(all).map(({ id }) => claimUrl(id)),
    ...[...all.tables.keys()].map(tableUrl),
  ];
  return urls.map((url) => ({ url, lastModified: all.descriptor.created }));
}
