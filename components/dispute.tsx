import { claimHref } from '@/components/links';
import words from '@/data/words/about.json';
import type { Catalog } from '@/lib/catalog';
import { message } from '@/lib/message';
import { claimUrl } from '@/lib/origin';

type Props = { catalog: Catalog; claim: string; number: number; name: string };

/** Carries claim, way to measure and revision: in a mail where the site names an address, else to what to send. */
function disputeHref({ catalog, claim, number }: Props): string {
  const { revision, site } = catalog;
  const way = `#reading-${number}`;
  if (site.contact.email === '')
    return `/about?of=${encodeURIComponent(`${claimHref(claim)}?v=${revision}${way}`)}#dispute`;
  const subject = message(words.subject, { claim, number, revision });
  const body = `${claimUrl(claim)}?v=${revision}${way}\n\n`;
  return `mailto:${site.contact.email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** A link by which a reader disputes one way to measure a claim. */
export function Dispute(props: Props) {
  return (
    <p className="dispute">
      <a href={disputeHref(props)}>
        {words.disputeLink}
        <span className="visually-hidden">{message(words.disputeOf, { name: props.name })}</span>
      </a>
    </p>
  );
}
