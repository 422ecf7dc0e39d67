import { expect, test } from '@playwright/test';
import { byRow, marks, overTime, series, texts, year } from './fixture';
import { frame } from './frame';
import { stackApart } from './labels';
import { chartSpec } from './spec';
import { textWidth, wrapText } from './text-width';

const five = [year(2020, 4), year(2021, 9), year(2022, 3), year(2023, 8), year(2024, 21)];

test.describe('ticks', () => {
  test('values are round, and the axis ends at the tick that holds them', () => {
    const { y } = chartSpec(overTime([series(five)]), 'wide');
    expect(texts(y.ticks)).toEqual(['0', '5', '10', '15', '20']);
    expect(y.domain[0]).toBe(0);
    expect(y.domain[1]).toBeGreaterThan(21);
  });

  test('a step below one has its decimals, and zero has none', () => {
    const { y } = chartSpec(overTime([series([year(2020, 0.2), year(2024, 1)])]), 'wide');
    expect(texts(y.ticks)).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1.0']);
  });

  test('an axis of shares starts near its values and says % at each tick', () => {
    const shares = [year(2020, 84), year(2024, 96)];
    const axis = { title: 'share', suffix: '%', max: 100 };
    const { y } = chartSpec(overTime([series(shares)], { axis }), 'wide');
    expect(texts(y.ticks)).toEqual(['85%', '90%', '95%', '100%']);
    expect(y.domain[1]).toBe(100);
  });

  test('years are `2020`, then `’21`', () => {
    const { x } = chartSpec(overTime([series(five)]), 'wide');
    expect(texts(x.ticks)).toEqual(['2020', '’21', '’22', '’23', '’24', '’25']);
    // In the middle of the year, where its value stands: 182.625 days after 1 January.
    expect(x.ticks[1]?.at).toBe(Date.UTC(2021, 6, 2, 15));
  });

  test('crop years begin in August', () => {
    const crop = [2021, 2022, 2023].map((at) => {
      const [start, end] = [Date.UTC(at, 7, 1), Date.UTC(at + 1, 7, 1)];
      return year(at, 4, { start, end });
    });
    const { x } = chartSpec(overTime([series(crop)]), 'wide');
    expect(texts(x.ticks)).toEqual(['2021/22', '’22/23', '’23/24']);
    expect(x.ticks[0]?.at).toBe(Date.UTC(2022, 0, 30, 15));
  });

  test('months are told by the month however few there are, days by the day', () => {
    const points = (days: number[]) =>
      days.map((day) => {
        const [start, length] = [Date.UTC(2025, 2, day), days.includes(2) ? 1 : 31];
        return { ...year(2025, 5), start, end: start + length * 86_400_000 };
      });
    const ticksOf = (days: number[]) =>
      texts(chartSpec(overTime([series(points(days))]), 'wide').x.ticks);
    expect(ticksOf([1, 32])).toEqual(['Mar 2025', 'Apr']);
    expect(ticksOf([1, 2, 3])).toEqual(['1 Mar', '2', '3']);
  });

  test('a card has at most three value ticks, and only the first and last year', () => {
    const { x, y } = chartSpec(overTime([series(five)]), 'card');
    expect(texts(y.ticks)).toEqual(['0', '10', '20']);
    expect(texts(x.ticks)).toEqual(['2020', '2024']);
  });

  test('ranks count down from 1 at the top', () => {
    const axis = { title: 'rank', direction: 'down', whole: true } as const;
    const spec = chartSpec(overTime([series([year(2020, 4), year(2024, 2)])], { axis }), 'wide');
    expect(texts(spec.y.ticks)).toEqual(['1', '2', '3', '4']);
    expect(spec.y.reversed).toBe(true);
    const area = frame(spec);
    expect(area.y(1)).toBeLessThan(area.y(4));
  });

  test('a log axis has powers of ten between', () => {
    const axis = { title: 'tonnes', scale: 'log' } as const;
    const { y } = chartSpec(
      overTime([series([year(2020, 3), year(2024, 3000)])], { axis }),
      'wide',
    );
    expect(y.scale).toBe('log');
    expect(texts(y.ticks)).toEqual(['10', '100', '1,000']);
  });
});

test.describe('marks', () => {
  test('a gap splits the line and is told', () => {
    const points = [
      year(2020, 4),
      year(2021, null),
      year(2022, null),
      year(2023, 5),
      year(2024, 6),
    ];
    const spec = chartSpec(overTime([series(points)]), 'wide');
    const [line] = marks(spec, 'line');
    expect(line?.points.map(({ y }) => y)).toEqual([4, null, 5, 6]);
    expect(spec.gaps).toEqual([
      { series: 'china', label: 'China', from: '2021', to: '2022', count: 2, why: 'none' },
    ]);
  });

  test('a single observation between gaps is a dot', () => {
    const many = Array.from({ length: 20 }, (_, index) => year(2000 + index, index));
    const points = [...many, year(2020, null), year(2021, 7), year(2022, null), year(2023, 2)];
    const dots = marks(chartSpec(overTime([series(points)]), 'wide'), 'dot');
    expect(dots.map(({ when }) => when)).toEqual(['2021', '2023']);
  });

  test('a step lasts to the end of its period, and stops where periods do not touch', () => {
    const points = [year(2020, 10), year(2021, 25), year(2023, 50)];
    const [line] = marks(chartSpec(overTime([series(points, { mark: 'step' })]), 'wide'), 'line');
    const places = line?.points.map(({ x, y }) => [new Date(x).getUTCFullYear(), y]);
    expect(places).toEqual([
      [2020, 10],
      [2021, 25],
      [2022, 25],
      [2023, null],
      [2023, 50],
      [2024, 50],
    ]);
  });

  test('every mark knows the rows that it stands for', () => {
    const spec = chartSpec(overTime([series(five)]), 'wide');
    expect(marks(spec, 'dot').map(({ rows }) => rows)).toEqual([
      ['row-2020'],
      ['row-2021'],
      ['row-2022'],
      ['row-2023'],
      ['row-2024'],
    ]);
  });

  test('bars start at zero, also below it', () => {
    const spec = chartSpec(byRow([12, 3, -4]), 'wide');
    expect(spec.x.domain[0]).toBeLessThanOrEqual(-4);
    expect(marks(spec, 'bar').map(({ low, high }) => [low, high])).toEqual([
      [0, 12],
      [0, 3],
      [-4, 0],
    ]);
  });

  test('a row without a value keeps its place and its word', () => {
    const spec = chartSpec(byRow([12, null, 4]), 'wide');
    expect(marks(spec, 'bar').map(({ y }) => y)).toEqual([0, 2]);
    expect(spec.labels.filter(({ kind }) => kind === 'value').map(({ lines }) => lines)).toEqual([
      ['12'],
      ['no figure'],
      ['4'],
    ]);
  });

  test('rows run downwards', () => {
    const area = frame(chartSpec(byRow([12, 3]), 'wide'));
    expect(area.y(0)).toBeLessThan(area.y(1));
  });

  test('the ground differs after the text', () => {
    const spec = chartSpec(overTime([series([...five, year(2026, 2)])]), 'wide');
    const [band] = marks(spec, 'band');
    expect(band?.from).toBe(Date.UTC(2025, 6, 1));
    expect(band?.to).toBe(spec.x.domain[1]);
  });

  test('a text soon after the data widens the axis; one long after leaves it', () => {
    const near = chartSpec(overTime([series(five)]), 'wide');
    expect(near.x.domain[1]).toBeGreaterThan(Date.UTC(2025, 6, 1));
    const far = chartSpec(overTime([series([year(2000, 1), year(2004, 2)])]), 'wide');
    expect(far.x.domain[1]).toBe(Date.UTC(2005, 0, 1));
    expect(far.marks.some(({ kind }) => kind === 'band')).toBe(false);
  });
});

function events(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    at: Date.UTC(2020, 6 * index, 1),
    label: `e${index}`,
    when: `in ${index}`,
    rows: [],
  }));
}

test.describe('events', () => {
  test('up to five are named above the plot', () => {
    const spec = chartSpec(overTime([series(five)], { events: events(5) }), 'wide');
    expect(spec.eventKey).toEqual([]);
    expect(spec.labels.filter(({ kind }) => kind === 'event').length).toBe(5);
  });

  test('more than five are numbered, in order of time', () => {
    const spec = chartSpec(overTime([series(five)], { events: events(6) }), 'wide');
    const numbers = spec.labels.filter(({ kind }) => kind === 'number');
    expect(numbers.map(({ lines }) => lines[0])).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(spec.eventKey.map(({ label }) => label)).toEqual(events(6).map(({ label }) => label));
  });

  test('a card has none, but marks the text', () => {
    const spec = chartSpec(overTime([series(five)], { events: events(3) }), 'card');
    expect(marks(spec, 'rule').map(({ role }) => role)).toEqual(['text']);
  });
});

test.describe('words', () => {
  test('textWidth() of “Mexico” at 14 px is what a browser measures', () => {
    // Measured there at 48.23 without kerning, 47.92 with.
    expect(textWidth('Mexico', 14)).toBeCloseTo(48.23, 2);
  });

  test('wrapText() breaks at spaces and never inside a word', () => {
    expect(wrapText('United Arab Emirates', 80, 12)).toEqual(['United Arab', 'Emirates']);
    expect(wrapText('Liechtenstein', 10, 12)).toEqual(['Liechtenstein']);
  });

  test('stackApart() moves two that touch by the same distance', () => {
    const items = [
      { at: 50, size: 10 },
      { at: 52, size: 10 },
    ];
    expect(stackApart(items, 0, 100)).toEqual([46, 56]);
  });

  test('stackApart() keeps within its bounds', () => {
    const items = [
      { at: 98, size: 10 },
      { at: 97, size: 10 },
    ];
    expect(stackApart(items, 0, 100)).toEqual([95, 85]);
  });

  test('a line ends in its name', () => {
    const spec = chartSpec(overTime([series(five)]), 'wide');
    const name = spec.labels.find(({ kind }) => kind === 'name');
    expect(name).toMatchObject({ lines: ['China'], x: Date.UTC(2024, 6, 2), y: 21 });
  });

  test('names that share a height are stacked, with a line from each that moved far', () => {
    const four = ['A', 'B', 'C', 'D'].map((id) => series(five, { id, label: `Country ${id}` }));
    const spec = chartSpec(overTime(four), 'wide');
    const names = spec.labels.filter(({ kind }) => kind === 'name');
    const area = frame(spec);
    const tops = names.map(({ y, dy }) => area.y(y) + dy);
    expect(tops.slice(1).map((top, index) => Math.round(top - (tops[index] ?? 0)))).toEqual([
      18, 18, 18,
    ]);
    expect(names[0]?.leader).toBeDefined();
  });

  test('a label without room is dropped and told', () => {
    const crowd = Array.from({ length: 60 }, (_, index) =>
      year(2020, 5 + index / 100, {
        start: Date.UTC(2020, 0, 1 + index),
        label: `A rather long name ${index}`,
      }),
    );
    const spec = chartSpec(overTime([series(crowd, { mark: 'points' })]), 'narrow');
    const placed = spec.labels.filter(({ kind }) => kind === 'point').length;
    expect(spec.unlabelled.length).toBeGreaterThan(0);
    expect(placed + spec.unlabelled.length).toBe(60);
  });
});
