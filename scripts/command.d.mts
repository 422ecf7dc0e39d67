export const root: string;
export function npm(...args: string[]): [string, ...string[]];
