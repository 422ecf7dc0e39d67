import type { Kind } from '@/lib/table/kind';
import { UNITS, type Units } from './units';

/** What a view may do with what is measured: `log` axes, `sum`s over periods, another currency (`money`). */
type Allowed = { units: readonly Units[]; log: boolean; sum: boolean; money: boolean };

const LEVEL: Units[] = ['lin', 'chg'];
const RELATIVE: Units[] = [...LEVEL, 'pch', 'pc1', 'index'];
const relative: Allowed = { units: RELATIVE, log: true, sum: false, money: false };

const RULES: Record<Kind, Allowed> = {
  amount: { units: UNITS, log: true, sum: true, money: true },
  price: { ...relative, money: true },
  share: relative,
  rate: relative,
  index: relative,
  change: { ...relative, units: LEVEL, log: false },
  rank: { ...relative, units: LEVEL, log: false },
  date: { ...relative, units: ['lin'], log: false },
};

/** The first kind that forbids something; null where none does. */
export const forbidding = (kinds: Kind[], allows: (rule: Allowed) => boolean): Kind | null =>
  kinds.find((kind) => !allows(RULES[kind])) ?? null;

/** The units that all of the kinds allow. */
export const unitsFor = (kinds: Kind[]): Units[] =>
  UNITS.filter((units) => forbidding(kinds, (rule) => rule.units.includes(units)) === null);

export const logFor = (kinds: Kind[]): boolean => forbidding(kinds, ({ log }) => log) === null;
