import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

type Command = string[];

interface Options {
  env?: Record<string, string>;
  show?: boolean;
  /** Whether the two may talk: `send`, `on('message')`. */
  messages?: boolean;
}

export const root: string;
export function npm(...args: string[]): [string, ...string[]];
export function start(command: Command, options?: Options): ChildProcess;
export function outputOf(...streams: (Readable | null)[]): { text(): string; stop(): void };
export function forwardSignals(): void;
