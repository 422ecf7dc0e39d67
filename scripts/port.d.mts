export function portFrom(text: string | undefined): number;
export function assertPortFree(port: number): Promise<void>;
export function freePort(): Promise<number>;
export function answers(url: string): Promise<boolean>;
