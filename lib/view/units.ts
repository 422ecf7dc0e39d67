/** Apart from the rest of a view, so that the live chart need not carry what reads addresses. */
export const UNITS = ['lin', 'chg', 'pch', 'pc1', 'index', 'share'] as const;
export type Units = (typeof UNITS)[number];
