import type { Claim } from '@/lib/claim/claim';

/** The text's words as they stand; the few around them help to find the place. */
export function Quote({ claim, context }: { claim: Claim; context: boolean }) {
  return (
    <blockquote className="quote" lang={claim.text.language}>
      <p>
        {context && claim.prefix !== '' && <span className="around">…{claim.prefix}</span>}
        <mark>{claim.quote}</mark>
        {context && claim.suffix !== '' && <span className="around">{claim.suffix}…</span>}
      </p>
    </blockquote>
  );
}
