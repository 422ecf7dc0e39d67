import { expect, test } from '@playwright/test';
import { hashOf, inlineScripts, withPolicy } from './policy';

const NONCE = '0123456789abcdef';
const own = `<script nonce="${NONCE}">push("own")</script>`;

const scriptSrc = (policy: string): string =>
  policy.split('; ').find((directive) => directive.startsWith('script-src')) ?? '';

test('withPolicy(page) allows the scripts that Next marked with the nonce, by hash', () => {
  const { html, policy } = withPolicy(`<body>${own}</body>`, NONCE, new Set());
  expect(html).toBe('<body><script>push("own")</script></body>');
  expect(scriptSrc(policy)).toBe(`script-src 'self' '${hashOf('push("own")')}'`);
});

test('withPolicy(page) allows no script that came in with a text', () => {
  const injected = '<script>alert(1)</script><script nonce="guess">alert(2)</script>';
  const { policy } = withPolicy(`${injected}${own}`, NONCE, new Set());
  expect(scriptSrc(policy)).toBe(`script-src 'self' '${hashOf('push("own")')}'`);
});

test('withPolicy(page) allows scripts that stood in the built pages', () => {
  const known = new Set([hashOf('built()')]);
  const { policy } = withPolicy('<script>built()</script><script>other()</script>', NONCE, known);
  expect(scriptSrc(policy)).toBe(`script-src 'self' '${hashOf('built()')}'`);
});

test('withPolicy(page) gives the same page and policy whatever the nonce', () => {
  const page = (nonce: string) =>
    `<link href="/a.css" nonce="${nonce}"><script nonce="${nonce}" id="x">push("{\\"nonce\\":\\"${nonce}\\"}")</script>`;
  const one = withPolicy(page('aaaa1111'), 'aaaa1111', new Set());
  expect(withPolicy(page('bbbb2222'), 'bbbb2222', new Set())).toEqual(one);
  expect(JSON.stringify(one)).not.toContain('aaaa1111');
  const [script] = inlineScripts(one.html);
  expect(one.policy).toContain(hashOf(script?.code ?? ''));
});

test('inlineScripts(html) leaves out files and blocks of data', () => {
  const html =
    '<script src="/a.js" async=""></script><script type="application/ld+json">{}</script><script>a</script><script type="module">b</script>';
  expect(inlineScripts(html).map(({ code }) => code)).toEqual(['a', 'b']);
});

test('a policy has neither unsafe-inline nor unsafe-eval, and no room for objects, bases and frames', () => {
  const { policy } = withPolicy(own, NONCE, new Set());
  expect(policy).not.toContain('unsafe');
  for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy.split('; ')).toContain(directive);
});
