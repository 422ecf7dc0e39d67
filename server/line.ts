import type { Answer } from './answer';
import type { Asked } from './asked';
import type { Make } from './made';

type Waiting = {
  asked: Asked;
  since: number;
  resolve: (answer: Answer) => void;
  reject: (fault: unknown) => void;
};

/** Of a long line whoever comes last would be gone before it is their turn: they are told so instead. */
const LONGEST_MS = 5000;
export const LATE = new Error('waited for too long');

/**
 * Those who make answers, each at one at a time, while the other asked wait in line: begun all at once, every answer
 * would be done only when nearly all are. `turnOf` says who goes first: 0, 1 or 2.
 */
export function inLine(turnOf: (asked: Asked) => 0 | 1 | 2, now = () => performance.now()) {
  const lines: [Waiting[], Waiting[], Waiting[]] = [[], [], []];
  const makers = new Set<Make>();
  const idle = new Set<Make>();

  const work = async (make: Make, { asked, resolve, reject }: Waiting): Promise<void> => {
    idle.delete(make);
    await make(asked).then(resolve, reject);
    if (!makers.has(make)) return;
    idle.add(make);
    next();
  };

  const next = (): void => {
    const [make] = idle;
    const late = now() - LONGEST_MS;
    for (const line of lines) while (line[0] && line[0].since < late) line.shift()?.reject(LATE);
    const waiting = make && lines.find(({ length }) => length > 0)?.shift();
    if (waiting) void work(make, waiting);
  };

  return {
    make: (asked: Asked): Promise<Answer> =>
      new Promise((resolve, reject) => {
        if (makers.size === 0) return reject(new Error('nobody is left to make an answer'));
        lines[turnOf(asked)].push({ asked, since: now(), resolve, reject });
        next();
      }),
    join(make: Make): void {
      makers.add(make);
      idle.add(make);
      next();
    },
    /** `fault` is told to those who wait, where no other is left to turn to. */
    leave(make: Make, fault: Error): void {
      makers.delete(make);
      idle.delete(make);
      if (makers.size > 0) return;
      for (const { reject } of lines.flatMap((line) => line.splice(0))) reject(fault);
    },
  };
}

export type Line = ReturnType<typeof inLine>;
