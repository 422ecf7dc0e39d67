import type { MetadataRoute } from 'next';
import { catalog } from '@/lib/catalog';
import { claimsInOrder } from '@/lib/claim/evidence';
import { claimUrl, origin, tableUrl, textUrl } from '@/lib/origin';
import { pagesOf } from '@/lib/table/pages';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const all = await catalog();
  const urls = [
    ...['/', '/tables', '/chart', '/import', '/method', '/about', '/quality'].map(
      (path) => origin + path,
    ),
    ...all.claims.texts.map(({ id }) => textUrl(id)),
    ...claimsInOrder(all).map(({ id }) => claimUrl(id)),
    ...[...all.tables.values()].flatMap((table) => {
      const url = tableUrl(table.resource.name);
      return [url, ...pagesOf(table).map((page) => `${url}/${page}`)];
    }),
  ];
  return urls.map((url) => ({ url, lastModified: all.descriptor.created }));
}
