/** Numbered steps, one line each: `[2/4] Checking data … 0.8 s`. */
export function steps(total, write = (text) => process.stdout.write(text)) {
  let number = 0;

  /**
   * Does the work of one step. A text that it gives back is written in place of the time.
   * `streams`: the work shows its own output. `beside`: other steps run at the same time.
   */
  return async function step(label, work, { streams = false, beside = false } = {}) {
    number += 1;
    const title = `[${number}/${total}] ${label} …`;
    const began = Date.now();
    if (!beside) write(streams ? `${title}\n` : title);
    // Where other output can come between, the result stands on a whole line of its own.
    const result = (text) => write(`${streams || beside ? title : ''} ${text}\n`);
    try {
      const said = await work();
      result(typeof said === 'string' ? said : elapsed(began));
    } catch (error) {
      result(`failed after ${elapsed(began)}`);
      write(explanation(error));
      throw new StepFailed(label);
    }
  };
}

/** A failure that has been shown. */
export class StepFailed extends Error {
  constructor(label) {
    super(label);
    this.name = 'StepFailed';
  }
}

export function elapsed(began, now = Date.now()) {
  return `${((now - began) / 1000).toFixed(1)} s`;
}

function explanation({ message, output }) {
  const text = output?.trim();
  return text ? `\n${text}\n\n${message}\n` : `${message}\n`;
}
