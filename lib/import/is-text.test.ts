import { expect, test } from '@playwright/test';
import { isText } from './is-text';

const bytes = (length: number, sign: (at: number) => number): string =>
  String.fromCharCode(...Array.from({ length }, (_, at) => sign(at)));

test('isText takes tables of any language, with a stray sign or two', () => {
  expect(isText('')).toBe(true);
  expect(isText('période;région;valeur\r\n2024;Québec;1,5\r\n')).toBe(true);
  expect(isText('年,地区\t值\n2024,中国,1\n')).toBe(true);
  expect(isText('a,\0b\uFFFD\n')).toBe(true);
  expect(isText(`${'2024,a,1\n'.repeat(100)}\0\0\0\0`)).toBe(true);
});

test('isText takes no picture and no program', () => {
  expect(isText('\u2030PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u0001h\0\0')).toBe(false);
  expect(isText(bytes(3000, (at) => (at * 7919) % 256))).toBe(false);
});
