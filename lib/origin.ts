/** Without a slash at the end. Throws where the text is more than a site, or none: addresses are built on it. */
export function originOf(given: string): string {
  if (!/^https?:\/\/[^\s/?#"'<>{}\\]+\/?$/.test(given))
    throw new Error(`CLAIMLINE_ORIGIN: not http(s)://host: ${JSON.stringify(given)}`);
  return given.replace(/\/$/, '');
}

/** Where readers find the site: what leaves it carries full addresses. */
export const origin = originOf(process.env.CLAIMLINE_ORIGIN || 'http://localhost:3000');

export const claimUrl = (id: string): string => `${origin}/claims/${id}`;
export const textUrl = (id: string): string => `${origin}/texts/${id}`;
export const tableUrl = (id: string): string => `${origin}/tables/${id}`;
