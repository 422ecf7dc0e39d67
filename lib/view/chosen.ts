import { withQuery } from '@/lib/address';
import { parseLimits } from '@/lib/claim/limits';
import type { Limits } from '@/lib/claim/result';
import { type Declined, withoutDeclined } from './declined';
import { DEFAULTS, type Parameters, parseView, type View, viewHref, viewParsers } from './view';

/** Everything that a reader may put into an address: a view, limits of their own, words to search by. */
export type Chosen = {
  view: View;
  limits: Limits;
  words: string;
  /** Of what the words find, from 1. */
  page: number;
  ignored: string[];
};

export const NOTHING: Chosen = { view: {}, limits: {}, words: '', page: 1, ignored: [] };

/** Fields that only a form sends: the two ends of `time`. */
const FORM = ['from', 'to'];
/** Said beside a view, not part of it. */
const ASIDE = ['q', 'page', 'csvType'];
const MOST_WORDS = 100;
/** What mailings and networks add to a link: it asks for nothing. */
const TRACKER = /^(utm_\w+|fbclid|gclid)$/;

const text = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : '';

/** The years of a form as the `time` of an address; an end left open is the first or the last there is. */
function withTime(parameters: Parameters): Parameters {
  const [from, to] = [text(parameters.from), text(parameters.to)];
  if (from === '' && to === '') return parameters;
  return { ...parameters, time: `${from || 'earliest'}..${to || 'latest'}` };
}

/** A form sends each step in a field of its own, also those left empty. */
function withSteps(parameters: Parameters): Parameters {
  const { step } = parameters;
  if (!Array.isArray(step)) return parameters;
  const joined = step.filter((one) => one !== '').join('~');
  return { ...parameters, step: joined === '' ? undefined : joined };
}

const isPage = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text);

export function parseChosen(parameters: Parameters): Chosen {
  const known = new Set([...Object.keys(viewParsers), ...FORM, ...ASIDE]);
  const rest = Object.fromEntries(
    Object.entries(parameters).filter(([key]) => !known.has(key) && !TRACKER.test(key)),
  );
  const { view, ignored } = parseView(withSteps(withTime(parameters)));
  const own = parseLimits(rest);
  const { page } = parameters;
  const read = page === undefined || isPage(text(page));
  return {
    view,
    limits: own.limits,
    words: text(parameters.q).slice(0, MOST_WORDS),
    page: read ? Number(page ?? 1) : 1,
    ignored: [...ignored, ...(read ? [] : ['page']), ...own.ignored],
  };
}

/** Whether an address says more than it needs: a form's fields, defaults, empty values. */
export function unsettled(parameters: Parameters): boolean {
  return Object.entries(parameters).some(
    ([key, value]) =>
      FORM.includes(key) ||
      DEFAULTS[key as keyof typeof DEFAULTS] === value ||
      (value === '' && key !== 'series') ||
      (key === 'step' && Array.isArray(value)),
  );
}

/** The view itself, without a search. */
export const viewAlone = (chosen: Chosen): Chosen => ({ ...chosen, words: '', page: 1 });

const without = (ids: string[] | undefined, gone: string[]): string[] | undefined => {
  const kept = ids?.filter((id) => !gone.includes(id));
  return kept?.length === 0 && ids?.length !== 0 ? undefined : kept;
};

/** What was chosen, less what could not be done or is not there: links to files and pictures ask for that. */
export function doable(chosen: Chosen, declined: Declined[], unknown: string[] = []): Chosen {
  const { series, hide, ...view } = withoutDeclined(chosen.view, declined);
  const [named, off] = [without(series, unknown), without(hide, unknown)];
  return {
    ...chosen,
    view: { ...view, ...(named && { series: named }), ...(off && { hide: off }) },
  };
}

/** The same of the data at a revision; without one, of whatever they become. */
export function atState(chosen: Chosen, revision: string | undefined): Chosen {
  const { v: _, ...view } = chosen.view;
  return { ...chosen, view: revision === undefined ? view : { ...view, v: revision } };
}

export function chosenHref(path: string, chosen: Omit<Chosen, 'ignored'>): string {
  const { view, limits, words, page } = chosen;
  const own = new URLSearchParams(
    Object.entries(limits).map(([number, value]) => [`r${number}`, String(value)]),
  );
  if (words !== '') own.set('q', words);
  if (page > 1) own.set('page', String(page));
  return withQuery(viewHref(path, view), String(own));
}
