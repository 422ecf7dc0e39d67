import type { ComponentProps } from 'react';
import type { StillProps, Tag } from './still';

/** In a browser, and wherever React draws without Next's servers: the element as it is. */
export function Still<T extends Tag>({ as, children, ...attributes }: StillProps<T>) {
  const Element = as as 'div';
  return <Element {...(attributes as unknown as ComponentProps<'div'>)}>{children}</Element>;
}
