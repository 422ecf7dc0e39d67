type Options = { streams?: boolean; beside?: boolean };
type Step = (label: string, work: () => unknown, options?: Options) => Promise<void>;

export class StepFailed extends Error {}
export function steps(total: number, write?: (text: string) => void): Step;
export function elapsed(began: number, now?: number): string;
