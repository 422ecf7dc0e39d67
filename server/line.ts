import type { Answer } from './answer';
import type { Asked } from './asked';
import type { Make } from './made';

type Waiting = {
  asked: Asked;
  resolve: (answer: Answer) => void;
  reject: (fault: unknown) => void;
};

/**
 * Those who make answers, each at one at a time, while the other asked wait in line: begun all at once, every answer
 * would be done only when nearly all are. `isFirst` says who need not wait their turn.
 */
export function inLine(isFirst: (asked: Asked) => boolean) {
  const line: Waiting[] = [];
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
    const waiting = make && line.shift();
    if (waiting) void work(make, waiting);
  };

  return {
    make: (asked: Asked): Promise<Answer> =>
      new Promise((resolve, reject) => {
        if (makers.size === 0) return reject(new Error('nobody is left to make an answer'));
        const waiting = { asked, resolve, reject };
        if (isFirst(asked)) line.unshift(waiting);
        else line.push(waiting);
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
      if (makers.size === 0) for (const { reject } of line.splice(0)) reject(fault);
    },
  };
}

export type Line = ReturnType<typeof inLine>;
