import { useLayoutEffect, useRef, useState } from 'react';
import words from '@/data/words/view.json';
import type { Frame } from '@/lib/chart/frame';
import type { ChartInput } from '@/lib/chart/input';
import type { Moment, Said } from '@/lib/chart/moments';
import type { RowFacts } from '@/lib/chart/row-facts';
import type { ChartSpec } from '@/lib/chart/spec';

type Words = {
  facts?: ((row: string) => RowFacts | undefined) | undefined;
  format: (value: number) => string;
  unit: string;
};

type Props = Words & {
  moment: Moment;
  layout: ChartInput['layout'];
  area: Frame;
  spec: ChartSpec;
  /** How the reader came here; `low` with a pointer in the lower half, or of rows in the right one. */
  by: 'mouse' | 'touch' | 'key';
  low: boolean;
  moving: boolean;
  titleId: string;
};

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)}%`;

/** Above the plot, where the crosshair ends: a mouse can go over to it without meeting another moment. */
function placeOverTime({ area, spec, moment, by }: Props, below: boolean) {
  const { width, height } = spec.size;
  const left = percent(area.x(moment.at), width);
  const across = { left, '--live-shift': `-${left}` };
  // Clear of the ring about the picture; a finger has no need to go over to it.
  if (by !== 'mouse') return { ...across, top: 'calc(100% + 8px)' };
  if (below) return { ...across, top: percent(area.bottom, height) };
  return { ...across, bottom: percent(height - area.top, height) };
}

/** On the side where the pointer is not, and at its height; under its row where there are no two sides. */
function placeByRow({ area, spec, moment, by, low }: Props) {
  const { name, size } = spec;
  if (by === 'key' || name === 'narrow')
    return { left: 0, top: percent(area.y(moment.at + 0.5), size.height) };
  const top = percent(area.y(moment.at), size.height);
  return { top, '--live-drop': `-${top}`, ...(low ? { left: 0 } : { right: 0 }) };
}

/** Whether it would hide the chart's title, or end above the window, and has room below the plot. */
function isTooHigh(box: HTMLElement, { area, spec, titleId }: Props): boolean {
  const { top, height } = box.getBoundingClientRect();
  const picture = box.parentElement?.getBoundingClientRect();
  const title = document.getElementById(titleId)?.getBoundingClientRect();
  if (top < 0 || !picture || !title) return top < 0;
  const foot = picture.top + (area.bottom / spec.size.height) * picture.height;
  return top < title.bottom && foot + height <= window.innerHeight;
}

/** Beside what it tells of, never on it. */
export function Tooltip(props: Props) {
  const { moment, layout, by, moving, facts, format, unit } = props;
  const shared = sharedSource(moment, facts);
  const box = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(false);
  const upright = layout === 'over-time';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each moment has words of another height
  useLayoutEffect(() => {
    if (!box.current) return;
    if (by === 'mouse') {
      if (upright && !below && isTooHigh(box.current, props)) setBelow(true);
    } else if (!moving) box.current.scrollIntoView({ block: 'nearest' });
  }, [below, moment, by, moving]);
  return (
    <div
      ref={box}
      className="live-tooltip"
      style={upright ? placeOverTime(props, below) : placeByRow(props)}
    >
      <p>
        <b className="live-when">{moment.when}</b> <span className="live-unit">{unit}</span>
      </p>
      <dl>
        {moment.said.map((said, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a series may have two figures for one period
          <div key={index} className={`chart-tone-${said.tone}`}>
            <dt>{nameOf(said, layout)}</dt>
            <dd>
              <Value said={said} facts={facts} format={format} />
              {!shared && <SourceOf rows={said.rows} facts={facts} />}
            </dd>
          </div>
        ))}
      </dl>
      {shared && <p className="live-source">{shared}</p>}
    </div>
  );
}

function nameOf({ label, name, variant, when }: Said, layout: ChartInput['layout']): string {
  if (layout === 'by-row') return '';
  return [label, name, variant, when].filter(Boolean).join(', ');
}

function valueText({ value, why, low, high, text }: Said, format: Words['format']): string {
  if (text !== undefined) return text;
  if (low !== undefined && high !== undefined && low !== high)
    return `${format(low)} to ${format(high)}`;
  return value === null ? words.why[why ?? 'none'] : format(value);
}

/** Status and source, each once, the first row's with a link to it. */
function factsOf(rows: string[], facts: Words['facts']) {
  const known = rows.flatMap((row) => facts?.(row) ?? []);
  const once = (texts: (string | undefined)[]) => [...new Set(texts.filter((text) => text))];
  const sources = once(known.map(({ source }) => source));
  const more = sources.length - MOST;
  return {
    href: known[0]?.href,
    status: once(known.map(({ status }) => status)).join(', '),
    source: sources.slice(0, MOST).join('; ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

const MOST = 2;

/** Leads to its row. */
function Value({ said, facts, format }: { said: Said } & Pick<Words, 'facts' | 'format'>) {
  const { href, status } = factsOf(said.rows, facts);
  const value = <b>{valueText(said, format)}</b>;
  return (
    <>
      {href ? <a href={href}>{value}</a> : value}
      {status && <span> {status}</span>}
    </>
  );
}

function SourceOf({ rows, facts }: { rows: string[]; facts: Words['facts'] }) {
  const { source } = factsOf(rows, facts);
  return source ? <span className="live-source">{source}</span> : null;
}

/** The source of all that is said, where it is one and the same. */
function sharedSource({ said }: Moment, facts: Words['facts']): string | null {
  const sources = new Set(
    said.filter(({ rows }) => rows.length > 0).map(({ rows }) => factsOf(rows, facts).source),
  );
  const [only] = sources;
  return sources.size === 1 && said.length > 1 && only ? only : null;
}

/** The tooltip's words for those who hear them: told when a key leads to another moment. */
export function Spoken({ moment, ...words }: Words & { moment: Moment | null | undefined }) {
  return (
    <p className="visually-hidden" aria-live="polite">
      {moment && spoken(moment, words)}
    </p>
  );
}

function spoken({ when, said }: Moment, { facts, format, unit }: Words): string {
  const parts = said.map((one) => {
    const { status, source } = factsOf(one.rows, facts);
    const name = nameOf(one, one.text === undefined ? 'over-time' : 'by-row');
    const value = [valueText(one, format), status, source].filter(Boolean).join(', ');
    return name ? `${name}: ${value}.` : `${value}.`;
  });
  return [`${when}.`, ...parts, unit && `${unit}.`].filter(Boolean).join(' ');
}
