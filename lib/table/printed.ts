const LONGEST = 200;

/** A cell as a message prints it: one of megabytes would hide the message. */
export const printed = (text: string): string =>
  JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
