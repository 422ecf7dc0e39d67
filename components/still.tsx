import { createHash } from 'node:crypto';
import type { ComponentProps, JSX, ReactNode } from 'react';
import { markupWay } from './markup-way';
import { Served } from './served';

export type Tag = keyof JSX.IntrinsicElements;

/** What can be told from any other by itself, as a bare text cannot. */
type Content = Exclude<ReactNode, string | number | bigint | boolean | null | undefined>;

type Drawn = { name: string; markup: string };

/** Of what is kept from one view to the next, the markup is too. */
const kept = new WeakMap<Content, Drawn>();

// Next refuses it at the top of a file wherever pages could reach it.
const { renderToStaticMarkup } = await import('react-dom/server');

function drawn(content: Content): Drawn {
  const markup = renderToStaticMarkup(content);
  return { markup, name: createHash('sha256').update(markup).digest('base64url').slice(0, 12) };
}

function drawnOnce(content: Content): Drawn {
  const one = kept.get(content) ?? drawn(content);
  kept.set(content, one);
  return one;
}

export type StillProps<T extends Tag> = Omit<ComponentProps<T>, 'children'> & {
  as: T;
  children: Content;
};

/**
 * An element whose content no script changes. Next would draw every element in it twice, for the page and as data for
 * React, and carry both to the browser: here it is drawn once, and React's data say its name.
 * `#still` is this in a server component, `still-plain` elsewhere.
 * It waits for nothing: the order of React's data would tell what a server has kept.
 */
export function Still<T extends Tag>({ children, ...element }: StillProps<T>) {
  const { name, markup } = drawnOnce(children);
  markupWay().set(name, markup);
  return <Served {...(element as unknown as { as: 'div' })} name={name} />;
}
