import { scriptJson } from '@/lib/share/json-ld';

/** What the page says, in schema.org's words, for machines. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json">{scriptJson(data)}</script>;
}
