import { expect, test } from '@playwright/test';
import { fitText, fittingSize, lawful } from './fit-text';
import { textWidth } from './text-width';

const room = { width: 200, size: 16 };
const widths = (lines: string[]) => lines.map((line) => textWidth(line, 16));

test('fitText(text, room) breaks at spaces and loses no word', () => {
  const text = 'Canada supplied most of the canola seed that China bought in 2024';
  const lines = fitText(text, room);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(text);
  expect(Math.max(...widths(lines))).toBeLessThanOrEqual(200);
});

test('fitText(text, room) begins no line with the dot between two names', () => {
  const text = 'calendar year · China · as the exporter reports · Canola seed exported';
  for (let width = 90; width < 400; width += 5) {
    const lines = fitText(text, { width, size: 16 });
    expect(lines.join(' ')).toBe(text);
    expect(lines.filter((line) => line.startsWith('·'))).toEqual([]);
  }
});

test('fitText(text, room) breaks a word that no line can hold', () => {
  const address = `http://localhost:3000/chart?series=${'trade-by-partner:'.repeat(20)}`;
  const lines = fitText(address, room);
  expect(Math.max(...widths(lines))).toBeLessThanOrEqual(200);
  expect(lines.join('')).toBe(address);
});

test('fitText(text, room) ends in … where there is no room for the rest', () => {
  const lines = fitText('one two three four five six seven eight nine ten', { ...room, most: 1 });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^one two .*…$/);
  expect(textWidth(lines[0] ?? '', 16)).toBeLessThanOrEqual(200);
});

test('fitText(text, room) takes ten thousand characters, with spaces or without, at once', () => {
  for (const text of ['x'.repeat(10_000), 'no end '.repeat(1500), '😀'.repeat(5000)]) {
    // Of this process alone: a machine may be busy.
    const began = process.cpuUsage();
    const lines = fitText(text, { ...room, most: 3 });
    expect(process.cpuUsage(began).user).toBeLessThan(500_000);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/…$/);
    expect(Math.max(...widths(lines))).toBeLessThanOrEqual(200);
  }
});

test('fitText(text, room) has no line for a text of spaces', () => {
  expect(fitText('  \n ', room)).toEqual([]);
  expect(fitText('', { ...room, most: 0 })).toEqual([]);
  expect(fitText('some words', { ...room, most: 0 })).toEqual([]);
});

test('lawful(text) drops what no XML may hold and keeps the rest', () => {
  expect(lawful('a\u0000b\u0008c\ud800d\uffffe')).toBe('abcde');
  expect(lawful('</svg> "é" 😀 中\t\n')).toBe('</svg> "é" 😀 中\t\n');
});

test('fittingSize(text, room, sizes) is the largest that needs no more lines', () => {
  const room = { width: 250, most: 2 } as const;
  expect(fittingSize('short', room, [40, 30, 20])).toBe(40);
  expect(fittingSize('words of a sentence that is rather long', room, [40, 32, 20])).toBe(20);
  expect(fittingSize('far too long '.repeat(50), room, [40, 30, 20])).toBe(20);
});
