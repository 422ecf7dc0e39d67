import { expect, test } from '@playwright/test';
import type { PictureInput } from '@/lib/picture/layout';
import { NOTHING } from '@/lib/view/chosen';
import { escapeHtml, frameHtml, snippetHtml } from './embed';
import { oembedAnswer, parseOembed } from './oembed';

const origin = 'https://claims.example';

const asked = (url: string, rest = {}) => parseOembed({ url, ...rest }, origin);

test('parseOembed(parameters, origin) knows the pages that can be embedded', () => {
  expect(asked(`${origin}/claims/share-stolen?units=pch`)).toMatchObject({
    embedded: { page: 'claim', id: 'share-stolen' },
    width: 720,
    maxHeight: Number.POSITIVE_INFINITY,
  });
  expect(asked(`${origin}/chart?series=a:b:c`)).toMatchObject({ embedded: { page: 'chart' } });
});

test('parseOembed(parameters, origin) refuses formats with 501 and other addresses with 404', () => {
  expect(asked(`${origin}/chart`, { format: 'xml' })).toMatchObject({ status: 501 });
  expect(asked(`${origin}/chart`, { format: ['json', 'json'] })).toMatchObject({ status: 501 });
  expect(parseOembed({}, origin)).toMatchObject({ status: 400 });
  expect(parseOembed({ url: ['a', 'b'] }, origin)).toMatchObject({ status: 400 });
  for (const url of [
    'not an address',
    'javascript:alert(1)',
    'https://elsewhere.example/claims/share-stolen',
    `${origin}@elsewhere.example/chart`,
    `${origin}.elsewhere.example/chart`,
    'http://claims.example/chart',
    `${origin}/`,
    `${origin}/claims/`,
    `${origin}/claims/a/b`,
    `${origin}/claims/../chart/x`,
    `${origin}/claims/%3Cscript%3E`,
  ])
    expect(asked(url), url).toMatchObject({ status: 404 });
});

test('parseOembed(parameters, origin) keeps the width within bounds', () => {
  const width = (maxwidth: string) => asked(`${origin}/chart`, { maxwidth });
  expect(width('400')).toMatchObject({ width: 400 });
  expect(width('200')).toMatchObject({ width: 200 });
  expect(width('99999')).toMatchObject({ width: 1200 });
  for (const wrong of ['', '-5', '1e9', 'NaN', '9999999999999999'])
    expect(width(wrong), wrong).toMatchObject({ width: 720 });
});

const input: PictureInput = {
  title: 'Title',
  subtitle: 'Subtitle',
  charts: [],
  notes: [],
  notice: 'Nothing.',
  sources: [],
  address: `${origin}/chart`,
  state: '',
  able: NOTHING,
  problem: null,
};

test('oembedAnswer(asked, shown) is a rich answer within the bounds asked for', () => {
  const wanted = asked(`${origin}/chart`, { maxwidth: '300', maxheight: '100' });
  if ('status' in wanted) throw new Error(wanted.reason);
  const shown = { input, title: 'Title', src: `${origin}/embed/chart`, picture: 'p', origin };
  const answer = oembedAnswer(wanted, shown);
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 300, height: 100 });
  expect(answer.html).toContain(`src="${origin}/embed/chart"`);
});

test('escapeHtml(text) leaves nothing that could end an attribute or begin an element', () => {
  const text = '</iframe><script>"&\'';
  expect(escapeHtml(text)).toBe("&lt;/iframe&gt;&lt;script&gt;&quot;&amp;'");
  const frame = { src: `${origin}/?a="b"&c`, title: text, height: 400 };
  expect(frameHtml(frame).match(/[<>]/g)).toHaveLength(4);
  expect(snippetHtml(frame, origin).match(/<script /g)).toHaveLength(1);
});
