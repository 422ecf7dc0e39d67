'use client';

import { type ComponentProps, type RefCallback, useCallback, useState } from 'react';
import { markupWay } from './markup-way';
import type { Tag } from './still';

/** What stood in the page and was taken out of it. */
const left = new Map<string, string>();

function inPage(name: string): string {
  const found = left.get(name) ?? document.querySelector(`[data-still="${name}"]`)?.innerHTML;
  // Only a whole page brings it.
  if (found === undefined) location.reload();
  return found ?? '';
}

function onTheWay(name: string): string {
  const markup = markupWay().get(name);
  if (markup === undefined) throw new Error(`no markup of the name ${name}`);
  return markup;
}

/** React takes over what stands in the page without a look at it. Where it makes the element anew it asks for this text. */
const content = (name: string) =>
  typeof document === 'undefined' ? onTheWay(name) : { toString: () => inPage(name) };

type Props<T extends Tag> = Omit<ComponentProps<T>, 'children'> & { as: T; name: string };

/** An element whose content is in the page's HTML, and there alone. */
export function Served<T extends Tag>({ as, name, ...attributes }: Props<T>) {
  const Element = as as 'div';
  const [html] = useState(() => ({ __html: content(name) as string }));
  const keep: RefCallback<HTMLElement> = useCallback(
    (element) => () => {
      if (element) left.set(name, element.innerHTML);
    },
    [name],
  );
  return (
    <Element
      {...(attributes as ComponentProps<'div'>)}
      ref={keep}
      data-still={name}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React made this markup, and escaped each text in it
      dangerouslySetInnerHTML={html}
    />
  );
}
