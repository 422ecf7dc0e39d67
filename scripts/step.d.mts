type Step = (label: string, work: () => unknown, options?: { streams?: boolean }) => Promise<void>;

export class StepFailed extends Error {}
export function steps(total: number, write?: (text: string) => void): Step;
export function elapsed(began: number, now?: number): string;
