import type { ComponentProps, JSX, ReactNode } from 'react';

export type Tag = keyof JSX.IntrinsicElements;

/** What can be told from any other by itself, as a bare text cannot. */
type Content = Exclude<ReactNode, string | number | bigint | boolean | null | undefined>;

/** Of what is kept from one view to the next, the markup is too. */
const kept = new WeakMap<Content, Promise<string>>();

async function drawn(content: Content): Promise<string> {
  // Imported here: at the top of a file Next refuses it wherever pages could reach it.
  const { renderToStaticMarkup } = await import('react-dom/server');
  return renderToStaticMarkup(content);
}

function markupOf(content: Content): Promise<string> {
  const markup = kept.get(content) ?? drawn(content);
  kept.set(content, markup);
  return markup;
}

export type StillProps<T extends Tag> = Omit<ComponentProps<T>, 'children'> & {
  as: T;
  children: Content;
};

/**
 * An element whose content no script changes, as one text. Next would draw every element in it twice, for the page and
 * as data for React, and carry both to the browser. `#still` is this in a server component, `still-plain` elsewhere.
 */
export async function Still<T extends Tag>({ as, children, ...attributes }: StillProps<T>) {
  const Element = as as 'div';
  const html = { __html: await markupOf(children) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made this markup, and escaped each text in it
  return <Element {...(attributes as ComponentProps<'div'>)} dangerouslySetInnerHTML={html} />;
}
